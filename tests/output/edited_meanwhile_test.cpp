// What somebody edits between the moment at which a run judges a file and the moment at which it replaces or removes it
// is not lost.
#include <doctest/doctest.h>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kOld = {{"a", "old"}, {"b", "old"}, {"gone", "old"}};
const Files kNew = {{"a", "new"}, {"b", "new"}};

// Runs with the new outputs; `meanwhile` happens when all of them are rendered and none is in place.
std::string run_while(const std::string& out, const std::function<void()>& meanwhile,
                      const RunOptions& options = Mode::write) {
  auto folder = OutputFolder::open(out, options, paths_of(kNew));
  REQUIRE(folder);
  for (std::uint32_t id = 0; id < 2; ++id) REQUIRE((*folder)->put(id, "new"));
  meanwhile();
  const auto summary = (*folder)->finish();
  return summary ? describe(summary.value()) : "error: " + to_string(summary.error());
}

// Happens just before the first removal or rename of an output, when orphans are judged as well.
std::string run_while_committing(const std::string& out, const std::function<void()>& meanwhile) {
  auto disk = disk::open_disk(out);
  REQUIRE(disk);
  bool done = false;
  const auto hook = [&](std::string_view call, std::string_view path) {
    if (!done && call == "move" && path == ".errpress/manifest") {
      done = true;
      meanwhile();
    }
    return std::error_code();
  };
  return finish_run(
      OutputFolder::open(std::make_unique<FaultyDisk>(std::move(*disk), hook), out, Mode::write, paths_of(kNew)), kNew);
}

RunOptions taking_over() {
  RunOptions options = Mode::write;
  options.take_over = true;
  return options;
}

std::string changed(const std::string& out) {
  return "error: " + out +
         ": 1 file was changed since errpress wrote it: a; move the change into the article or the "
         "template, then replace it with --overwrite-changed";
}

TEST_CASE("an output that is edited after it was judged stays, and is named") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, kOld);
  // Another size: where the stamps of a disk are coarse, an edit within one tick is seen only by that.
  const auto edit = [&] { write(out + "/a", "edited"); };
  SUBCASE("after rendering") { CHECK(run_while(out, edit) == changed(out)); }
  SUBCASE("whatever the options allow: they are for what was there before") {
    CHECK(run_while(out, edit, taking_over()) == changed(out));
  }
  SUBCASE("during the commit") { CHECK(run_while_committing(out, edit) == changed(out)); }
  CHECK(files_in(out) == Files{{"a", "edited"}, {"b", "new"}});
  CHECK_FALSE(fs::exists(out + "/.errpress/tmp"));
  CHECK(check(out, kNew) == "unchanged b; changed a");
  RunOptions overwriting = Mode::write;
  overwriting.overwrite_changed = true;
  CHECK(run(out, kNew, overwriting) == "replaced a; unchanged b; manifest");
}

TEST_CASE("a file that is not listed and is edited after it was judged stays") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  write(out + "/a", "mine");
  CHECK(run_while(
            out, [&] { write(out + "/a", "edited"); }, taking_over())
            .starts_with("error: " + out + ": 1 file is in the way that errpress did not write: a;"));
  CHECK(files_in(out) == Files{{"a", "edited"}, {"b", "new"}});
}

TEST_CASE("an orphan that is edited after it was judged stays") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, kOld);
  CHECK(run_while_committing(out, [&] { write(out + "/gone", "edited"); }) == "updated a b; left alone gone; manifest");
  CHECK(files_in(out) == Files{{"a", "new"}, {"b", "new"}, {"gone", "edited"}});
}

TEST_CASE("a change during the run that loses nothing does not stop it") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, kOld);
  SUBCASE("written again") {
    CHECK(run_while(out, [&] { write(out + "/a", "old"); }) == "updated a b; removed gone; manifest");
  }
  SUBCASE("to what is wanted") {
    CHECK(run_while(out, [&] { write(out + "/a", "new"); }) == "updated b; unchanged a; removed gone; manifest");
  }
  SUBCASE("removed") {
    CHECK(run_while(out, [&] { fs::remove(out + "/a"); }) == "updated a b; removed gone; manifest");
  }
  CHECK(files_in(out) == kNew);
}

}  // namespace
}  // namespace errpress::output
