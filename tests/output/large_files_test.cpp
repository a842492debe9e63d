// Files that are too large to be held in memory as a whole are judged like others.
#include <doctest/doctest.h>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

std::string lines_of(std::size_t size, const std::string& line) {
  std::string text;
  text.reserve(size + line.size());
  while (text.size() < size) text += line;
  return text;
}

const std::size_t kLarge = kMostInMemory + 1000;

// Runs, and counts the calls that read the output "a" as a whole, and in parts.
struct Reading {
  std::string said;
  std::size_t reads = 0;
  std::size_t parts = 0;
};

Reading run_reading(const std::string& out, const Files& wanted, const RunOptions& options) {
  auto disk = disk::open_disk(out);
  REQUIRE(disk);
  Reading reading;
  const auto hook = [&](std::string_view call, std::string_view path) {
    if (path == "a" && call == "read part") ++reading.parts;
    if (path == "a" && call == "read") ++reading.reads;
    return std::error_code();
  };
  reading.said = finish_run(
      OutputFolder::open(std::make_unique<FaultyDisk>(std::move(*disk), hook), out, options, paths_of(wanted)), wanted);
  return reading;
}

TEST_CASE("a large foreign file is not read to find out that it is foreign") {
  const TemporaryFolder temporary;
  write(temporary.out() + "/a", lines_of(kLarge, "mine\n"));
  const Reading reading = run_reading(temporary.out(), {{"a", "page"}}, Mode::check);
  CHECK(reading.said == "in the way a");
  CHECK(reading.reads <= 1);
  CHECK(reading.parts == 0);
}

TEST_CASE("a large file that errpress wrote is ours, also in CRLF, and changed otherwise") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  // Of a length that puts CR and LF into different pieces somewhere.
  const std::string text = lines_of(kLarge, "three\n");
  const std::string converted = lines_of(kLarge / 6 * 7 + 7, "three\r\n").substr(0, text.size() / 6 * 7);
  run(out, {{"a", text}});
  CHECK(run_reading(out, {{"a", "page"}}, Mode::check).said == "updated a; manifest");
  CHECK(run_reading(out, {}, Mode::check).said == "removed a; manifest");
  write(out + "/a", converted);
  CHECK(run_reading(out, {{"a", text}}, Mode::check).said == "line ends a");
  CHECK(run_reading(out, {{"a", "page"}}, Mode::check).said == "updated a; manifest");
  CHECK(run_reading(out, {}, Mode::check).said == "removed a; manifest");
  write(out + "/a", text + "\r");
  CHECK(run_reading(out, {{"a", text}}, Mode::check).said == "changed a");
  const Reading orphan = run_reading(out, {}, Mode::check);
  CHECK(orphan.said == "left alone a; manifest");
  CHECK(orphan.parts > 10);
}

TEST_CASE("a large file that is not listed is compared with what would be written") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  const std::string text = lines_of(kLarge, "three\n");
  write(out + "/a", lines_of(kLarge / 6 * 7 + 7, "three\r\n").substr(0, text.size() / 6 * 7));
  CHECK(run_reading(out, {{"a", text}}, Mode::check).said == "line ends a; manifest");
  write(out + "/a", text + "four");
  CHECK(run_reading(out, {{"a", text}}, Mode::check).said == "in the way a");
}

}  // namespace
}  // namespace errpress::output
