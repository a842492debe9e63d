// A path that was a folder of outputs becomes an output.
#include <doctest/doctest.h>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kOld = {{"p/q/r", "1"}, {"p/s", "2"}};
const Files kNew = {{"p", "3"}};

TEST_CASE("a folder that holds only outputs that are no longer wanted becomes a file") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, kOld);
  CHECK(check(out, kNew) == "created p; removed p/q/r p/s; manifest");
  CHECK(files_in(out) == kOld);
  CHECK(run(out, kNew) == "created p; removed p/q/r p/s; manifest");
  CHECK(files_in(out) == kNew);
  CHECK(run(out, kOld) == "created p/q/r p/s; removed p; manifest");
  CHECK(files_in(out) == kOld);
}

TEST_CASE("a folder that holds anything else stays, and so do the outputs in it") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, kOld);
  SUBCASE("a file") { write(out + "/p/q/mine", "mine"); }
  SUBCASE("an edited output") { write(out + "/p/s", "mine"); }
  SUBCASE("a folder") { fs::create_directory(out + "/p/mine"); }
  SUBCASE("an empty folder that was ours") { fs::remove(out + "/p/q/r"); }
  const Files before = picture_of(out + "/p");
  CHECK(run(out, kNew).starts_with("error: " + out + ": cannot write files, because there are folders of the same"));
  CHECK(picture_of(out + "/p") == before);
}

TEST_CASE("a run that failed while it made a folder a file is completed by the next one") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  for (int failing = 1;; ++failing) {
    CAPTURE(failing);
    REQUIRE(failing < 100);
    fs::remove_all(out);
    run(out, kOld);
    auto disk = disk::open_disk(out);
    REQUIRE(disk);
    int calls = 0;
    const auto hook = [&](std::string_view call, std::string_view) {
      const bool changes = call == "move" || call == "remove" || call == "write" || call == "make";
      return changes && ++calls >= failing ? std::make_error_code(std::errc::io_error) : std::error_code();
    };
    finish_run(
        OutputFolder::open(std::make_unique<FaultyDisk>(std::move(*disk), hook), out, Mode::write, paths_of(kNew)),
        kNew);
    run(out, kNew);
    CHECK(files_in(out) == kNew);
    CHECK(run(out, kNew) == "unchanged p");
    if (calls < failing) break;
  }
}

}  // namespace
}  // namespace errpress::output
