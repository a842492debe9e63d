// Mode::check says what a run would do and touches nothing.
#include <doctest/doctest.h>

#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kOld = {{"f/changes", "1"}, {"f/gone", "1"}, {"f/same", "1"}, {"orphan", "1"}};
const Files kNew = {{"f/changes", "2"}, {"f/gone", "1"}, {"f/same", "1"}, {"g/new", "1"}};

TEST_CASE("a check says exactly what a run would do, and changes nothing") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  fs::remove(temporary.out() + "/f/gone");
  const Files before = picture_of(temporary.out());
  const std::string expected = "created f/gone g/new; updated f/changes; unchanged f/same; removed orphan; manifest";
  CHECK(check(temporary.out(), kNew) == expected);
  CHECK(picture_of(temporary.out()) == before);
  CHECK(run(temporary.out(), kNew) == expected);
  CHECK(check(temporary.out(), kNew) == "unchanged f/changes f/gone f/same g/new");
}

TEST_CASE("a check of a folder that is not there makes none") {
  const TemporaryFolder temporary;
  CHECK(check(temporary.out(), {{"a", "1"}, {"b/c", "2"}}) == "created a b/c; manifest");
  CHECK(check(temporary.out(), {}) == "");
  CHECK_FALSE(fs::exists(temporary.out()));
}

TEST_CASE("a check notices an output that somebody changed, to the byte") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1"}, {"b", "2"}});
  write(temporary.out() + "/a", "9");
  CHECK(check(temporary.out(), {{"a", "1"}, {"b", "2"}}) == "unchanged b; changed a");
}

TEST_CASE("a check notices a manifest that says something else") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1"}, {"b", "2"}});
  const std::string path = temporary.out() + "/.errpress/manifest";
  const std::string good = read(path);
  write(path, good.substr(0, good.rfind("\n", good.size() - 2) + 1));
  CHECK(check(temporary.out(), {{"a", "1"}, {"b", "2"}}) == "unchanged a b; manifest");
  CHECK(run(temporary.out(), {{"a", "1"}, {"b", "2"}}) == "unchanged a b; manifest");
  CHECK(read(path) == good);
}

TEST_CASE("up to date means that a run would change nothing") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1"}, {"b", "2"}});
  const auto up_to_date = [&](const Files& wanted) {
    auto folder = OutputFolder::open(temporary.out(), Mode::check, paths_of(wanted));
    REQUIRE(folder);
    std::uint32_t id = 0;
    for (const auto& [path, bytes] : wanted) REQUIRE((*folder)->put(id++, bytes));
    return (*folder)->finish().value().up_to_date();
  };
  CHECK(up_to_date({{"a", "1"}, {"b", "2"}}));
  CHECK_FALSE(up_to_date({{"a", "1"}, {"b", "3"}}));
  CHECK_FALSE(up_to_date({{"a", "1"}}));
  CHECK_FALSE(up_to_date({{"a", "1"}, {"b", "2"}, {"c", "3"}}));
  write(temporary.out() + "/b", "9");
  CHECK_FALSE(up_to_date({{"a", "1"}}));
  fs::remove(temporary.out() + "/.errpress/manifest");
  CHECK_FALSE(up_to_date({{"a", "1"}}));
}

}  // namespace
}  // namespace errpress::output
