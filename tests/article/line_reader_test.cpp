#include "article/line_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using errpress::article::LineReader;
using errpress::base::Span;

namespace {

// Each line in square brackets, with '^' before it if blank_before is set and '$' after it if blank_after is set.
std::string lines_of(std::string_view source) {
  std::string out;
  LineReader reader(source);
  while (const auto line = reader.next()) {
    out += line->blank_before ? "^[" : "[";
    out += line->span.of(source);
    out += line->blank_after ? "]$" : "]";
  }
  CHECK_FALSE(reader.next());
  return out;
}

}  // namespace

TEST_CASE("lines end at LF, CR LF and a lone CR") {
  CHECK(lines_of("a\nb") == "^[a][b]$");
  CHECK(lines_of("a\r\nb") == "^[a][b]$");
  CHECK(lines_of("a\rb") == "^[a][b]$");
  CHECK(lines_of("a\rb\nc\r\nd") == "^[a][b][c][d]$");
  CHECK(lines_of("a\n\rb") == "^[a]$^[b]$");
  CHECK(lines_of("a\r\r\nb") == "^[a]$^[b]$");
}

TEST_CASE("a final line end adds no line") {
  CHECK(lines_of("a") == "^[a]$");
  CHECK(lines_of("a\n") == "^[a]$");
  CHECK(lines_of("a\r\n") == "^[a]$");
  CHECK(lines_of("a\r") == "^[a]$");
  CHECK(lines_of("a\n\n\n") == "^[a]$");
}

TEST_CASE("lines of spaces and tabs are blank, and lines come trimmed") {
  CHECK(lines_of("") == "");
  CHECK(lines_of("\n \n\t\r\n") == "");
  CHECK(lines_of("\n\n  a b\t\n \t \n\tc  \nd") == "^[a b]$^[c][d]$");
}

TEST_CASE("what is not space or tab is text") {
  CHECK(lines_of("a\n\v\n\f\nb") == "^[a][\v][\f][b]$");
  CHECK(lines_of(std::string_view("a\n\0\nb", 5)) == std::string("^[a][\0][b]$", 11));
  CHECK(lines_of("a\n\u00A0\nb") == "^[a][\u00A0][b]$");
}

TEST_CASE("one byte order mark is skipped, and only at the start") {
  CHECK(lines_of("\uFEFFa\n\uFEFFb") == "^[a][\uFEFFb]$");
  CHECK(lines_of("\uFEFF") == "");
  CHECK(lines_of("\uFEFF \n\na") == "^[a]$");
  CHECK(lines_of("\uFEFF\uFEFFa") == "^[\uFEFFa]$");
  CHECK(lines_of(" \uFEFFa") == "^[\uFEFFa]$");
  CHECK(lines_of("\xEF\xBB") == "^[\xEF\xBB]$");
}

TEST_CASE("trim takes spaces and tabs from both ends") {
  using errpress::article::trim;
  const std::string_view source = " \ta b\t ";
  CHECK(trim(source, {0, 7}) == Span{2, 5});
  CHECK(trim(source, {2, 5}) == Span{2, 5});
  CHECK(trim(source, {3, 4}).empty());
  CHECK(trim(source, {4, 4}).empty());
}
