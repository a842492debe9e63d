#include "base/line_table.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace errpress::base {

namespace {

std::vector<std::string> lines_of(std::string_view source) {
  const LineTable table(source);
  std::vector<std::string> lines;
  for (std::uint32_t line = 1; line <= table.line_count(); ++line) lines.emplace_back(table.line_span(line).of(source));
  return lines;
}

TEST_CASE("a line ends at LF, CR LF or a lone CR") {
  struct Case {
    std::string source;
    std::vector<std::string> lines;
  };
  const std::vector<Case> cases = {
      {"", {""}},
      {"a", {"a"}},
      {"a\n", {"a", ""}},
      {"a\nb", {"a", "b"}},
      {"a\r\nb\r\n", {"a", "b", ""}},
      {"a\rb", {"a", "b"}},
      {"\n\n", {"", "", ""}},
      {"\r\r\n\n", {"", "", "", ""}},
      {"a\n\rb", {"a", "", "b"}},
      {"a\r", {"a", ""}},
      {std::string("a\0b\nc", 5), {std::string("a\0b", 3), "c"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.source);
    CHECK(lines_of(c.source) == c.lines);
  }
}

TEST_CASE("a line that is not there is the end of the source") {
  const LineTable table("ab\ncd");
  CHECK(table.line_span(0) == Span{5, 5});
  CHECK(table.line_span(3) == Span{5, 5});
}

TEST_CASE("positions count code points from 1") {
  struct Case {
    std::string source;
    std::uint32_t offset, line, column;
  };
  const std::vector<Case> cases = {
      {"", 0, 1, 1},
      {"", 9, 1, 1},
      {"abc\nde", 0, 1, 1},
      {"abc\nde", 2, 1, 3},
      {"abc\nde", 3, 1, 4},  // the line end belongs to its line
      {"abc\nde", 4, 2, 1},
      {"abc\nde", 6, 2, 3},   // the end
      {"abc\nde", 99, 2, 3},  // past it
      {"abc\n", 4, 2, 1},
      {"a\r\nb", 2, 1, 3},  // between CR and LF
      {"a\r\nb", 3, 2, 1},
      {"a\rb", 2, 2, 1},
      {"\u2022 x", 3, 1, 2},
      {"\u2022 x", 4, 1, 3},
      {"\u2022 x", 1, 1, 1},  // inside of the bullet
      {"\u2022 x", 2, 1, 1},
      {"\U0001F600x", 4, 1, 2},
      {"\t\tx", 2, 1, 3},
      {"\xFF\xFFx", 2, 1, 3},    // an invalid byte counts as one
      {"\xE2\x80", 2, 1, 3},     // a truncated sequence as its bytes
      {"\xE2\x80\nx", 3, 2, 1},  // and it does not swallow the line end
      {"\xEF\xBB\xBF"
       "x",
       3, 1, 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.source);
    CAPTURE(c.offset);
    const Position position = LineTable(c.source).position(c.offset);
    CHECK(position.line == c.line);
    CHECK(position.column == c.column);
  }
}

TEST_CASE("the position of every offset lies in the span of its line") {
  const std::string source = "one\r\ntwo\r\rthree \u2022\n\nlast";
  const LineTable table(source);
  for (std::uint32_t offset = 0; offset <= source.size(); ++offset) {
    CAPTURE(offset);
    const std::uint32_t line = table.position(offset).line;
    CHECK(table.line_span(line).begin <= offset);
    if (line < table.line_count()) CHECK(offset < table.line_span(line + 1).begin);
  }
}

}  // namespace

}  // namespace errpress::base
