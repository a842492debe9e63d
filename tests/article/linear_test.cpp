// Large inputs on which a parser with quadratic look-back or look-ahead would practically never finish. The tests check
// the result, and that there is one; no time is asserted.
#include "article/parser.h"
#include "sound.h"

using namespace errpress::tests;
using errpress::article::Article;
using errpress::article::BlockKind;

namespace {

constexpr std::size_t kMegabyte = 1 << 20;

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

std::string in_section(std::string_view heading, std::string_view line) {
  std::string source(kHead);
  return source.append(heading).append("\n").append(line).append("\n");
}

// Parses lines that repeat `piece`: 64 KiB in every position where lines are read differently, and 1 MiB in prose and
// in a list of references, where the parser searches most.
void parse_everywhere(std::string_view piece) {
  CAPTURE(piece);
  const std::string line = repeated(piece, kMegabyte / 16);
  for (const std::string_view heading : {"Summary", "Related Errors", "FAQ", "Common Causes"}) {
    for (const std::string_view start : {"", "- ", "ERROR_A: ", "ERROR_A (", "Q: "}) {
      const std::string source = in_section(heading, std::string(start) + line);
      CHECK(broken_structure(parsed(source), source, shipped_dialect()) == "");
    }
  }
  for (const std::string_view start : {"", "ERROR_A - 1 (", "T\n", "T\nM\nUpdated: "}) {
    const std::string source = std::string(start) + line;
    CHECK(broken_structure(parsed(source), source, shipped_dialect()) == "");
  }
  const std::string long_line = repeated(piece, kMegabyte);
  CHECK(parsed(in_section("Summary", long_line)).blocks.size() == 1);
  CHECK(parsed(in_section("Related Errors", "- ERROR_A" + long_line)).blocks.size() == 1);
}

}  // namespace

TEST_CASE("a megabyte of one character in a line") {
  for (const std::string_view piece : {"(", ")", "[", "]", ".", "-", ":", "A", "_", "5", "?"}) parse_everywhere(piece);
}

TEST_CASE("a megabyte of beginnings in a line") {
  for (const std::string_view piece :
       {"A_B(1 .", ".A_B", ".A_B(1", "A_B (", "A_B(((1)", ".A_B    ", "A_B - ", "[A]", "ERROR_", "AERROR_"}) {
    parse_everywhere(piece);
  }
}

TEST_CASE("a megabyte of numbers in a line") {
  for (const std::string_view piece :
       {"5 ", "0x5 ", "5 (", "5 hex 5 ", "A_B (5", "A_B (5   ", "-5", "5,", "0x", "5 and the code is "}) {
    parse_everywhere(piece);
  }
}

TEST_CASE("a million entries on one line") {
  const std::string source = in_section("Related Errors", "- " + repeated("A_B(1).", 7'000'000));
  const Article article = parsed(source);
  CHECK(article.references.size() == 1'000'000);
  CHECK(article.blocks.size() == 1);
}

TEST_CASE("a million sections, known and unknown") {
  const std::string known = repeated("Summary\n", 8'000'000);
  CHECK(parsed(known).sections.size() == 1'000'000);
  const std::string unknown = "Summary\n\n" + repeated("See Also\n\n", 10'000'000);
  CHECK(parsed(unknown).sections.size() == 1'000'001);
}

TEST_CASE("a million blank lines, with and without blanks in them") {
  for (const std::string_view blank : {"\n", "\r", "\r\n", " \t\n"}) {
    const std::string lines = repeated(blank, 1'000'000 * blank.size());
    const std::string source = "ERROR_T - 1 (0x1)" + lines + "Summary" + lines;
    const Article article = parsed(source);
    CHECK(article.title.well_formed);
    CHECK(article.sections.size() == 1);
  }
}

TEST_CASE("a million items of every kind") {
  struct Lines {
    std::string_view heading;
    std::string_view line;
    BlockKind kind;
  };
  for (const Lines& lines : {Lines{"Error Details", "- Error Name: ERROR_T\n", BlockKind::fields},
                             Lines{"Error Details", "- Label: text\n", BlockKind::bullets},
                             Lines{"How to Resolve", "- Label: text\n", BlockKind::steps}}) {
    CAPTURE(lines.line);
    const std::string source = in_section(lines.heading, repeated(lines.line, 1'000'000 * lines.line.size()));
    const Article article = parsed(source);
    REQUIRE(article.blocks.size() == 1);
    CHECK(article.blocks[0].kind == lines.kind);
    CHECK(article.items.size() == 1'000'000);
  }
  const std::string faq = in_section("FAQ", repeated("Q: Why?\nA: So.\n", 15'000'000));
  CHECK(parsed(faq).blocks.size() == 1'000'000);
}

TEST_CASE("one line of twenty megabytes") {
  const std::string line = repeated("word ", 20 * kMegabyte);
  const std::string source = in_section("Summary", line);
  const Article article = parsed(source);
  REQUIRE(article.items.size() == 1);
  CHECK(article.items[0].text.size() == line.size() - 1);
  CHECK(parsed(line).title.span.size() == line.size() - 1);
}
