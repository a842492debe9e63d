// What the excerpt makes of unusual source text: carets stand right, and nothing reaches the terminal raw.
#include <doctest/doctest.h>

#include <string>

#include "report/report_fixture.h"
#include "report/text_report.h"

namespace errpress::report {
namespace {

// The excerpt of the one finding at `words` (or at the file's end) in `text`, without heading, arrow and summary.
std::string excerpt(const std::string& text, std::string_view words, std::string label = "here") {
  ReportFixture f;
  const auto file = f.add("a.txt", text);
  const corpus::Location location = words.empty() ? f.end(file) : f.at(file, words);
  f.find("rule", location, "message", std::move(label));
  const std::string report = f.write(write_text_report);
  const std::size_t begin = report.find("  |\n") + 4;
  return report.substr(begin, report.rfind("\n\n") + 1 - begin);
}

TEST_CASE("tabs are four spaces, in the line and below it") {
  CHECK(excerpt("\tERROR_X\t(1)\n", "(1)") ==
        "1 |     ERROR_X    (1)\n"
        "  |                ^^^ here\n");
  CHECK(excerpt("a\tb\n", "\t") ==
        "1 | a    b\n"
        "  |  ^^^^ here\n");
}

TEST_CASE("bullets and quotation marks take one column, wide characters two, combining marks none") {
  CHECK(excerpt("  • it’s ERROR_X\n", "ERROR_X") ==
        "1 |   • it’s ERROR_X\n"
        "  |          ^^^^^^^ here\n");
  CHECK(excerpt("漢字かな ERROR_X\n", "ERROR_X") ==
        "1 | 漢字かな ERROR_X\n"
        "  |          ^^^^^^^ here\n");
  CHECK(excerpt("一二三\n", "二") ==
        "1 | 一二三\n"
        "  |   ^^ here\n");
  CHECK(excerpt("cafe\u0301 de\u0301ja\u0300 ERROR_X\n", "ERROR_X") ==
        "1 | cafe\u0301 de\u0301ja\u0300 ERROR_X\n"
        "  |           ^^^^^^^ here\n");
}

TEST_CASE("invalid bytes, controls and bidi characters are shown as text") {
  CHECK(excerpt("a\x80\xFF ERROR_X\n", "ERROR_X") ==
        "1 | a\uFFFD\uFFFD ERROR_X\n"
        "  |     ^^^^^^^ here\n");
  CHECK(excerpt("a\x80z\n", "\x80") ==
        "1 | a\uFFFDz\n"
        "  |  ^ here\n");
  CHECK(excerpt("\x1B[31mred ERROR_X\n", "ERROR_X") ==
        "1 | ␛[31mred ERROR_X\n"
        "  |          ^^^^^^^ here\n");
  CHECK(excerpt(std::string("a\0b", 3), std::string_view("\0", 1)) ==
        "1 | a␀b\n"
        "  |  ^ here\n");
  CHECK(excerpt("ab\u202Ecd ERROR_X\n", "\u202E") ==
        "1 | ab<U+202E>cd ERROR_X\n"
        "  |   ^^^^^^^^ here\n");
}

TEST_CASE("paths, messages, labels and notes do not reach the terminal raw either") {
  ReportFixture f;
  const auto file = f.add("a\x1B[2J\n.txt", "text\n");
  f.find("rule", f.at(file, "text"), "bad \x1B]0;title\a in\nit", "\u202Elabel").notes = {{"\x9B note", std::nullopt}};
  f.findings[0].help = "help\r";
  CHECK(f.write(write_text_report) ==
        "error[rule]: bad ␛]0;title␇ in␊it\n"
        " --> a␛[2J␊.txt:1:1\n"
        "  |\n"
        "1 | text\n"
        "  | ^^^^ <U+202E>label\n"
        "  = note: \uFFFD note\n"
        "  = help: help␍\n"
        "\n"
        "1 article: 1 error\n");
}

TEST_CASE("places without width get one caret: an empty file, an empty line, the end of a file") {
  CHECK(excerpt("", "") ==
        "1 |\n"
        "  | ^ here\n");
  CHECK(excerpt("one\ntwo", "") ==
        "2 | two\n"
        "  |    ^ here\n");
  CHECK(excerpt("one\r\ntwo\r\n", "") ==
        "3 |\n"
        "  | ^ here\n");
  CHECK(excerpt("one\n\ntwo\n", "\n\n") ==
        "1 | one\n"
        "  |    ^ here\n");
}

TEST_CASE("a span at the very end of a file") {
  CHECK(excerpt("one\nERROR_X", "ERROR_X") ==
        "2 | ERROR_X\n"
        "  | ^^^^^^^ here\n");
}

TEST_CASE("a span over several lines") {
  CHECK(excerpt("zero\none two\n  three\nfour\n", "two\n  three\n") ==
        "2 | one two\n"
        "  |     ^^^\n"
        "3 |   three\n"
        "  |   ^^^^^ here\n");
  CHECK(excerpt("one\r\ntwo\r\nthree\r\n", "one\r\ntwo\r\nthree") ==
        "1 | one\n"
        "  | ^^^\n"
        "2 | two\n"
        "  | ^^^\n"
        "3 | three\n"
        "  | ^^^^^ here\n");
  CHECK(excerpt("1\n2\n3\n4\n5\n6\n", "2\n3\n4\n5") ==
        "2 | 2\n"
        "  | ^\n"
        "...\n"
        "5 | 5\n"
        "  | ^ here\n");
}

TEST_CASE("the gutter is as wide as the greatest line number") {
  ReportFixture f;
  const auto file = f.add("a.txt", "first\n" + std::string(98, '\n') + "last\n");
  f.find("rule", f.at(file, "last"), "message").notes = {{"there", f.at(file, "first")}, {"so it is", std::nullopt}};
  CHECK(f.write(write_text_report) == R"(error[rule]: message
   --> a.txt:100:1
    |
  1 | first
    | ----- there
...
100 | last
    | ^^^^
    = note: so it is

1 article: 1 error
)");
}

// 120 columns with the gutter, so 116 for the text.
TEST_CASE("long lines are cut around the span") {
  const std::string x(300, 'x');
  const std::string y(300, 'y');
  SUBCASE("at the start") {
    CHECK(excerpt("ERROR_X " + y, "ERROR_X") == "1 | ERROR_X " + std::string(107, 'y') +
                                                    "…\n"
                                                    "  | ^^^^^^^ here\n");
  }
  SUBCASE("in the middle, with a third of the room before it") {
    CHECK(excerpt(x + " ERROR_X " + y, "ERROR_X") == "1 | …" + std::string(34, 'x') + " ERROR_X " +
                                                         std::string(71, 'y') + "…\n  | " + std::string(36, ' ') +
                                                         "^^^^^^^ here\n");
  }
  SUBCASE("at the end") {
    CHECK(excerpt(x + " ERROR_X", "ERROR_X") ==
          "1 | …" + std::string(101, 'x') + " ERROR_X\n  | " + std::string(103, ' ') + "^^^^^^^ here\n");
  }
  SUBCASE("where the span itself is too long") {
    CHECK(excerpt("see " + x + " there", x) ==
          "1 | …" + std::string(114, 'x') + "…\n  |  " + std::string(114, '^') + "\n  |  |\n  |  here\n");
  }
}

TEST_CASE("findings far apart in one long line are two blocks") {
  ReportFixture f;
  const auto file = f.add("a.txt", "ERROR_X " + std::string(120, '-') + " ERROR_Y and ERROR_Z\n");
  f.find("rule", f.at(file, "ERROR_X"), "about X");
  f.find("rule", f.at(file, "ERROR_Y"), "about Y");
  f.find("rule", f.at(file, "ERROR_Z"), "about Z");
  const std::string report = f.write(write_text_report);
  CHECK(report.find("error[rule]: about X\n --> a.txt:1:1\n") == 0);
  CHECK(report.find("\n\nerror[rule]: about Y\nerror[rule]: about Z\n --> a.txt:1:130\n") != std::string::npos);
}

TEST_CASE("a note far away in the same long line gets a window of its own") {
  ReportFixture f;
  const auto file = f.add("a.txt", "ERROR_X " + std::string(200, '-') + " ERROR_Y\n");
  f.find("rule", f.at(file, "ERROR_X"), "message", "here").notes = {{"there", f.at(file, "ERROR_Y")}};
  const std::string first = "1 | ERROR_X " + std::string(107, '-') + "…\n  | ^^^^^^^ here\n";
  const std::string second =
      "1 | …" + std::string(100, '-') + " ERROR_Y\n  | " + std::string(102, ' ') + "------- there\n";
  CHECK(f.write(write_text_report) ==
        "error[rule]: message\n --> a.txt:1:1\n  |\n" + first + second + "\n1 article: 1 error\n");
}

TEST_CASE("a label that would leave the page hangs below its caret") {
  const std::string line = std::string(60, 'x') + " " + std::string(40, 'y');
  CHECK(excerpt(line, std::string(40, 'y'), "twenty columns of it") ==
        "1 | " + line + "\n  | " + std::string(61, ' ') + std::string(40, '^') + "\n  | " + std::string(61, ' ') +
            "|\n  | " + std::string(61, ' ') + "twenty columns of it\n");
}

}  // namespace
}  // namespace errpress::report
