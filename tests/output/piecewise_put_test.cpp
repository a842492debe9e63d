#include <doctest/doctest.h>

#include <algorithm>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

// Lines whose bytes differ from place to place.
std::string long_text(std::size_t size) {
  std::string text(size, '\n');
  for (std::size_t i = 0; i < size; ++i) {
    if (i % 80 != 79) text[i] = static_cast<char>('a' + (i * 7 + i / 1000) % 26);
  }
  return text;
}

std::string with_crlf(std::string_view text) {
  std::string converted;
  for (const char c : text) converted.append(c == '\n' ? "\r\n" : std::string(1, c));
  return converted;
}

// What run() does, but the first path is put in pieces of an odd size.
std::string run_in_pieces(base::Result<std::unique_ptr<OutputFolder>> folder, const std::string& bytes) {
  if (!folder) return "error: " + to_string(folder.error());
  const auto status = (*folder)->put_pieces(0, [&](const OutputFolder::PieceSink& sink) {
    for (std::size_t at = 0; at < bytes.size(); at += 77'777) sink(std::string_view(bytes).substr(at, 77'777));
    return base::Status(base::Done{});
  });
  if (!status) return "error: " + to_string(status.error());
  const auto summary = (*folder)->finish();
  return summary ? describe(summary.value()) : "error: " + to_string(summary.error());
}

std::string run_in_pieces(const std::string& folder, const std::string& bytes, Mode mode = Mode::write) {
  return run_in_pieces(OutputFolder::open(folder, mode, {"a.json"}), bytes);
}

const std::size_t kSizes[] = {0, 1, kPiece - 1, kPiece, kPiece + 1, 3 * kPiece, 3 * kPiece + 5};

}  // namespace

TEST_CASE("an output in pieces is what it would be as a whole, file and manifest, whatever was there") {
  for (const std::size_t before : kSizes) {
    for (const std::size_t after : kSizes) {
      CAPTURE(before);
      CAPTURE(after);
      const TemporaryFolder temporary;
      run(temporary / "whole", {{"a.json", long_text(before)}});
      run(temporary / "pieces", {{"a.json", long_text(before)}});
      const std::string said = run(temporary / "whole", {{"a.json", long_text(after)}});
      CHECK(run_in_pieces(temporary / "pieces", long_text(after), Mode::check).substr(0, 7) == said.substr(0, 7));
      CHECK(run_in_pieces(temporary / "pieces", long_text(after)) == said);
      CHECK(files_in(temporary / "pieces") == files_in(temporary / "whole"));
      CHECK(read(temporary / "pieces/.errpress/manifest") == read(temporary / "whole/.errpress/manifest"));
    }
  }
}

TEST_CASE("an output in pieces that differs in one byte is written, wherever the byte is") {
  const std::string text = long_text(3 * kPiece + 5);
  for (const std::size_t at : {std::size_t{0}, kPiece - 1, kPiece, 2 * kPiece + 3, 3 * kPiece + 4}) {
    CAPTURE(at);
    const TemporaryFolder temporary;
    std::string other = text;
    other[at] = '!';
    run(temporary.out(), {{"a.json", other}});
    CHECK(run_in_pieces(temporary.out(), text, Mode::check) == "updated a.json; manifest");
    CHECK(read(temporary.out() + "/a.json") == other);
    CHECK(run_in_pieces(temporary.out(), text) == "updated a.json; manifest");
    CHECK(read(temporary.out() + "/a.json") == text);
    CHECK(run_in_pieces(temporary.out(), text) == "unchanged a.json");
  }
}

TEST_CASE("an output in pieces judges what somebody made of the file as a whole output does") {
  const std::string before = long_text(2 * kPiece) + "\n";
  const std::string wanted = before + "more\n";
  const std::string conflict = "<<<<<<< ours\n" + before + "=======\n>>>>>>> theirs\n";
  for (const std::string& found : {with_crlf(before), with_crlf(wanted), before + "by hand\n", wanted, conflict}) {
    CAPTURE(found.size());
    std::string said[2];
    for (const bool in_pieces : {false, true}) {
      const TemporaryFolder temporary;
      run(temporary.out(), {{"a.json", before}});
      write(temporary.out() + "/a.json", found);
      said[in_pieces] = in_pieces ? run_in_pieces(temporary.out(), wanted) : run(temporary.out(), {{"a.json", wanted}});
      const auto at = said[in_pieces].find(temporary.out());
      if (at != std::string::npos) said[in_pieces].erase(at, temporary.out().size());
      said[in_pieces] += read(temporary.out() + "/a.json") == wanted ? " wanted" : " left";
    }
    CHECK(said[1] == said[0]);
  }
}

TEST_CASE("an output in pieces leaves a file alone that errpress did not write, and takes it where it is the same") {
  const std::string text = long_text(2 * kPiece);
  const TemporaryFolder temporary;
  write(temporary.out() + "/a.json", text + "!");
  CHECK(run_in_pieces(temporary.out(), text).starts_with("error: "));
  CHECK(read(temporary.out() + "/a.json") == text + "!");
  write(temporary.out() + "/a.json", text);
  CHECK(run_in_pieces(temporary.out(), text) == "unchanged a.json; manifest");
}

TEST_CASE("an output in pieces that cannot be written changes nothing") {
  const std::string before = long_text(2 * kPiece) + "before";
  const std::string after = long_text(2 * kPiece) + "after, and longer";
  for (const std::string_view fails : {"read part", "write", "append"}) {
    CAPTURE(fails);
    const TemporaryFolder temporary;
    run(temporary.out(), {{"a.json", before}});
    auto disk = disk::open_disk(temporary.out());
    REQUIRE(disk);
    const auto hook = [&](std::string_view call, std::string_view path) {
      const bool staged = path.find("manifest") == std::string_view::npos;
      return call == fails && staged ? std::make_error_code(std::errc::io_error) : std::error_code();
    };
    CHECK(run_in_pieces(
              OutputFolder::open(std::make_unique<FaultyDisk>(std::move(*disk), hook), "out", Mode::write, {"a.json"}),
              after)
              .starts_with("error: "));
    CHECK(files_in(temporary.out()) == Files{{"a.json", before}});
  }
}

TEST_CASE("an output in pieces whose maker fails changes nothing") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a.json", "before"}});
  auto folder = OutputFolder::open(temporary.out(), Mode::write, {"a.json"});
  REQUIRE(folder);
  const auto status = (*folder)->put_pieces(0, [](const OutputFolder::PieceSink& sink) {
    sink(long_text(2 * kPiece));
    return base::Status(base::Error{"no more"});
  });
  CHECK(to_string(status.error()) == "no more");
  CHECK_FALSE((*folder)->finish());
  CHECK(read(temporary.out() + "/a.json") == "before");
}

}  // namespace errpress::output
