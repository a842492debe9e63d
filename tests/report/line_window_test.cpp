#include "report/line_window.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace errpress::report {
namespace {

base::Span find(std::string_view text, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

base::Span whole(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

// The window's text, and below it carets under the focus.
std::string show(std::string_view line, base::Span focus, std::uint32_t width) {
  const LineWindow window(line, whole(line), focus, width);
  const Columns columns = window.columns(focus);
  return window.text() + "\n" + std::string(columns.begin, ' ') + std::string(columns.end - columns.begin, '^');
}

TEST_CASE("a line that fits is shown whole") {
  CHECK(show("one two three", {4, 7}, 20) == "one two three\n    ^^^");
  CHECK(show("12345678901234567890", {19, 20}, 20) == "12345678901234567890\n                   ^");
  CHECK(show("", {0, 0}, 20) == "\n^");
  CHECK(show("end", {3, 3}, 20) == "end\n   ^");
}

TEST_CASE("a long line is cut around the focus, and never gets wider than asked") {
  const std::string line = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike";
  CHECK(show(line, find(line, "alpha"), 40) == "alpha bravo charlie delta echo foxtrot …\n^^^^^");
  CHECK(show(line, find(line, "delta"), 40) == "…vo charlie delta echo foxtrot golf hot…\n            ^^^^^");
  CHECK(show(line, find(line, "hotel"), 40) == "…xtrot golf hotel india juliett kilo li…\n            ^^^^^");
  CHECK(show(line, find(line, "mike"), 40) ==
        "…olf hotel india juliett kilo lima mike\n                                   ^^^^");
}

TEST_CASE("room for a label is left to the right of the focus, at the expense of what stands before it") {
  const std::string line = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike";
  const auto text = [&](std::uint32_t room) {
    return LineWindow(line, whole(line), find(line, "mike"), 40, room).text();
  };
  CHECK(text(5) == "…otel india juliett kilo lima mike");
  CHECK(text(20) == "…ett kilo lima mike");
  CHECK(text(1000) == "…mike");
}

TEST_CASE("a focus that is wider than the window shows its start") {
  const std::string line = "some words before " + std::string(100, 'x') + " and after";
  CHECK(show(line, find(line, std::string(100, 'x')), 30) ==
        "…xxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n ^^^^^^^^^^^^^^^^^^^^^^^^^^^^");
}

TEST_CASE("wide, combining and escaped characters are measured where the line is cut") {
  std::string line;
  for (int i = 0; i < 30; ++i) line += "漢";
  line += "X";
  for (int i = 0; i < 30; ++i) line += "字";
  CHECK(show(line, find(line, "X"), 25) == "…漢漢漢X字字字字字字字字…\n       ^");

  std::string marks = std::string(40, 'a') + "e\u0301\u0301\u0301X" + std::string(40, 'b');
  CHECK(show(marks, find(marks, "X"), 25) == "…aaaaaae\u0301\u0301\u0301Xbbbbbbbbbbbbbbb…\n        ^");
}

TEST_CASE("a mark on combining characters alone stands under their base") {
  const std::string line = "ae\u0301b";
  CHECK(show(line, find(line, "\u0301"), 20) == "ae\u0301b\n ^");
}

TEST_CASE("the window of a line of 100 MB costs no more than that of a short one") {
  std::string line(std::size_t{100} << 20, 'x');
  line.replace(50'000'000, 9, " ERROR_X ");
  const auto start = std::chrono::steady_clock::now();
  std::size_t bytes = 0;
  for (int i = 0; i < 100; ++i) bytes += LineWindow(line, whole(line), {50'000'001, 50'000'008}, 100).text().size();
  CHECK(bytes < 100 * 400);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
}

TEST_CASE("a line of nothing but marks without width stays small") {
  std::string line = "e";
  for (int i = 0; i < 100'000; ++i) line += "\u0301";
  const LineWindow window(line, whole(line), {0, 1}, 100);
  CHECK(window.text().size() < 2000);
}

}  // namespace
}  // namespace errpress::report
