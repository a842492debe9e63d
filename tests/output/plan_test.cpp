#include "output/plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace errpress::output {
namespace {

std::string fault_of(std::vector<std::string> paths) {
  const auto plan = Plan::make(std::move(paths));
  return plan ? "" : to_string(plan.error());
}

TEST_CASE("a plan takes paths below the output folder") {
  CHECK(fault_of({"a", "b/c", "b/d.e", "a.", "b/c..d", "Fehler \xC3\xA4.md"}) == "");
  CHECK(fault_of({}) == "");
  CHECK(fault_of({std::string(kMaxPathSize, 'x')}) == "");
}

TEST_CASE("a plan refuses paths that lead elsewhere or are unclear") {
  struct Case {
    std::string path;
    std::string fault;
  };
  const std::string dots = " has \".\" or \"..\" as a part; it must name a place below the output folder";
  const std::string hidden = " has a part that starts with a dot; errpress writes no hidden files or folders";
  const std::string empty = " has an empty part; parts are separated by one \"/\", with none at either end";
  const std::vector<Case> cases = {
      {"", "\"\" is empty"},
      {"/etc/passwd", "\"/etc/passwd\" is absolute; it must be relative to the output folder"},
      {"C:/x", "\"C:/x\" starts with a drive; it must be relative to the output folder"},
      {"..", "\"..\"" + dots},
      {"a/../../b", "\"a/../../b\"" + dots},
      {"a/..", "\"a/..\"" + dots},
      {"./a", "\"./a\"" + dots},
      {"a//b", "\"a//b\"" + empty},
      {"a/", "\"a/\"" + empty},
      {"a\\b", "\"a\\b\" has a backslash; the parts of a path are separated by \"/\""},
      {"a\nb", "\"a␊b\" has a control character"},
      {".errpress/manifest", "\".errpress/manifest\"" + hidden},
      {".ErrPress/x", "\".ErrPress/x\"" + hidden},
      {".errpress", "\".errpress\"" + hidden},
      {"a/.git/config", "\"a/.git/config\"" + hidden},
      {"...", "\"...\"" + hidden},
      {"b/.errpress-0.tmp", "\"b/.errpress-0.tmp\"" + hidden},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    CHECK(fault_of({"good", c.path}) == "output path " + c.fault);
  }
  CHECK(fault_of({std::string(kMaxPathSize + 1, 'x')}).ends_with("is longer than 1024 bytes"));
}

TEST_CASE("a plan refuses two outputs that would be one file") {
  CHECK(fault_of({"a", "b", "a"}) == "two outputs have the path \"a\"; each needs its own");
  CHECK(fault_of({"man/Foo.7", "x", "man/foo.7"}) ==
        "output paths \"man/Foo.7\" and \"man/foo.7\" differ only in case; on some disks they would be one file");
  CHECK(fault_of({"man/x", "man"}) ==
        "output path \"man\" is a file, and \"man\" is a folder that contains other outputs");
  CHECK(fault_of({"MAN", "man/a/x"}) ==
        "output path \"MAN\" is a file, and \"man\" is a folder that contains other outputs");
  CHECK(fault_of({"ma", "man/ma", "man/n"}) == "");
}

TEST_CASE("a plan refuses two folders that would be one") {
  const std::string end = " differ only in case; on some disks they would be one folder";
  CHECK(fault_of({"man/a", "x", "Man/b"}) == "output folders \"man\" and \"Man\"" + end);
  CHECK(fault_of({"a/b/c/1", "a/B/c/2"}) == "output folders \"a/b\" and \"a/B\"" + end);
  CHECK(fault_of({"a/b/1", "a/b/2", "b/a/1", "a/bb/1"}) == "");
}

TEST_CASE("a plan finds paths, folders and their order") {
  const auto made = Plan::make({"b/z/y", "a", "b/c", "b-x"});
  REQUIRE(made);
  const Plan& plan = made.value();
  CHECK(plan.find("b/c") == 2);
  CHECK_FALSE(plan.find("B/c"));
  CHECK(plan.find_folded("B/C") == 2);
  CHECK_FALSE(plan.find("b"));
  CHECK_FALSE(plan.find(std::string(5000, 'x')));
  CHECK(plan.sorted() == std::vector<std::uint32_t>{1, 3, 2, 0});
  REQUIRE(plan.folders().size() == 3);
  CHECK(plan.folders()[plan.folder_of(0)].path == "b/z");
  CHECK(plan.folders()[plan.folders()[plan.folder_of(0)].parent].path == "b");
  CHECK(plan.folder_of(1) == 0);
  CHECK(plan.find_folder("b/z") == plan.folder_of(0));
  CHECK_FALSE(plan.find_folder("c"));
}

TEST_CASE("a plan sorts paths that come in runs, in any order, and where runs overlap") {
  const std::vector<std::vector<std::string>> lists = {
      {}, {"a"}, {"m/a", "m/c", "m/e", "d/a", "d/b", "m/d", "a"}, {"b", "d", "f", "a", "c", "e", "g"}, {"c", "b", "a"},
  };
  std::vector<std::string> shuffled;
  for (int i = 0; i < 300; ++i) shuffled.push_back(std::to_string(i * 7 % 300));
  const auto check = [](const std::vector<std::string>& paths) {
    const auto plan = Plan::make(paths);
    REQUIRE(plan);
    std::vector<std::string> sorted;
    for (const std::uint32_t id : plan->sorted()) sorted.push_back(paths[id]);
    std::vector<std::string> want = paths;
    std::sort(want.begin(), want.end());
    CHECK(sorted == want);
  };
  for (const auto& paths : lists) check(paths);
  check(shuffled);
}

TEST_CASE("a plan finds each of many paths") {
  std::vector<std::string> paths;
  for (int i = 0; i < 5000; ++i) paths.push_back("folder" + std::to_string(i % 7) + "/name" + std::to_string(i));
  const auto plan = Plan::make(paths);
  REQUIRE(plan);
  for (std::size_t i = 0; i < paths.size(); ++i) REQUIRE(plan.value().find(paths[i]) == i);
  CHECK_FALSE(plan.value().find("folder0/name5000"));
}

}  // namespace
}  // namespace errpress::output
