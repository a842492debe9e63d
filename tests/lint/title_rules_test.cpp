#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint::testing;

TEST_CASE("malformed-title says what the line lacks and what would be right") {
  struct Row {
    std::string_view title;
    std::string_view finding;
  };
  const Row rows[] = {
      {"ERROR_X_A - 7 (0x7)", ""},
      {"ERROR_X_A - 7",
       "error a.txt:1 `ERROR_X_A - 7`: the title lacks a hex code: \"ERROR_X_A - 7\"\n"
       "  label: expected NAME - DECIMAL (0xHEX)\n"
       "  help: write `ERROR_X_A - 7 (0x7)`\n"
       "  fix a.txt:1 `ERROR_X_A - 7`: ERROR_X_A - 7 (0x7)\n"},
      {"ERROR_X_A (0x7)",
       "error a.txt:1 `ERROR_X_A (0x7)`: the title lacks a decimal code: \"ERROR_X_A (0x7)\"\n"
       "  label: expected NAME - DECIMAL (0xHEX)\n"
       "  help: write `ERROR_X_A - 7 (0x7)`\n"
       "  fix a.txt:1 `ERROR_X_A (0x7)`: ERROR_X_A - 7 (0x7)\n"},
      {"ERROR_X_A: 7, 0x7",
       "error a.txt:1 `ERROR_X_A: 7, 0x7`: the title is not of the form NAME - DECIMAL (0xHEX): \"ERROR_X_A: 7, "
       "0x7\"\n"
       "  label: expected NAME - DECIMAL (0xHEX)\n"
       "  help: write `ERROR_X_A - 7 (0x7)`\n"
       "  fix a.txt:1 `ERROR_X_A: 7, 0x7`: ERROR_X_A - 7 (0x7)\n"},
      {"ERROR_X_A: 7, 0x8",
       "error a.txt:1 `ERROR_X_A: 7, 0x8`: the title is not of the form NAME - DECIMAL (0xHEX): \"ERROR_X_A: 7, "
       "0x8\"\n"
       "  label: expected NAME - DECIMAL (0xHEX)\n"},
      {"Something else",
       "error! a.txt:1 `Something else`: the first line is not a title: \"Something else\"\n"
       "  label: expected NAME - DECIMAL (0xHEX)\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK(found("malformed-title", {{page(row.title, "")}}) == row.finding);
  }
}

TEST_CASE("malformed-title says what is odd in a title that is read, and why another is not") {
  struct Row {
    std::string_view title;
    std::string_view message;
  };
  const Row rows[] = {
      {"ERROR_X_A \u2013 7 (0x7)", "the title has an en dash (U+2013) instead of a hyphen: "},
      {"ERROR_X_A - 7 [0x7]", "the title has square brackets instead of parentheses: "},
      {"ERROR_X_A - 7 \uFF080x7\uFF09", "the title has full-width brackets instead of parentheses: "},
      {"ERROR_X_A - 7 (0x7L)", "the title has a number with the suffix `L`: "},
      {"ERROR_X_A - 13730 (35A2)", "the title has a hex code without 0x: "},
      {"ERROR_X_A \u2014 0x7", "the title has an em dash (U+2014) instead of a hyphen and lacks a decimal code: "},
      {"7 (0x7) ERROR_X_A", "the title has its parts in another order: "},
      {"ERROR_X_A - 7 (0x000000007)", "0x000000007 has 9 hex digits; a code has 8 at most"},
      {"ERROR_X_A - 4294967296 (0x0)", "\"4294967296\" is not a 32-bit code"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK(found("malformed-title", {{page(row.title, "")}}).find(row.message) != std::string::npos);
  }
  CHECK(found("malformed-title", {{page("ERROR_X_A \u2013 7 (0x7)", "")}}) ==
        "error a.txt:1 `ERROR_X_A \u2013 7 (0x7)`: the title has an en dash (U+2013) instead of a hyphen: \"ERROR_X_A "
        "\u2013 7 "
        "(0x7)\"\n"
        "  label: expected NAME - DECIMAL (0xHEX)\n"
        "  help: write `ERROR_X_A - 7 (0x7)`\n"
        "  fix a.txt:1 `ERROR_X_A \u2013 7 (0x7)`: ERROR_X_A - 7 (0x7)\n");
  // A title that is read takes part in everything else.
  CHECK(found("hex-mismatch", {{page("ERROR_X_A \u2013 7 (0x8)", "")}}) != "");
}

TEST_CASE("a file that starts with a heading is told from an empty one") {
  CHECK(found("malformed-title", {{"Summary\n\nA text.\n"}}) ==
        "error! a.txt:1 ``: the article starts with a heading: it has no title\n"
        "  label: expected NAME - DECIMAL (0xHEX)\n");
}

TEST_CASE("an empty file is one finding") {
  for (const std::string text : {"", "\n\n", "  \n"}) {
    CAPTURE(text);
    CHECK(Linted({{text}}).text() ==
          "error! a.txt:1 ``: the file is empty: it has no title\n"
          "  label: expected NAME - DECIMAL (0xHEX)\n");
  }
}

TEST_CASE("malformed-title quotes hostile text harmlessly") {
  const std::string finding = found("malformed-title", {{"\x1B[31m \xFF" + std::string(100, 'x') + "\n"}});
  CHECK(finding.find("the first line is not a title: \"\xEF\xBF\xBD[31m \xEF\xBF\xBD" + std::string(53, 'x') +
                     "…\"\n") != std::string::npos);
}

TEST_CASE("duplicate-name points from each further title to the first") {
  CHECK(found("duplicate-name",
              {{page("ERROR_X_A - 7 (0x7)", ""), page("ERROR_X_A - 7 (0x7)", ""), page("ERROR_X_A - 8 (0x8)", "")}}) ==
        "error! b.txt:1 `ERROR_X_A`: two articles document ERROR_X_A\n"
        "  label: the second article of this name\n"
        "  claim a.txt:1 `ERROR_X_A`: the first article of ERROR_X_A is here\n"
        "  help: merge the two articles, or correct the name of one\n"
        "error! c.txt:1 `ERROR_X_A`: two articles document ERROR_X_A\n"
        "  label: the second article of this name\n"
        "  claim a.txt:1 `ERROR_X_A`: the first article of ERROR_X_A is here\n"
        "  help: merge the two articles, or correct the name of one\n");
}

TEST_CASE("duplicate-name sees names that differ in case only") {
  const auto clash = [](std::string_view second, std::string_view first) {
    return "`: " + std::string(second) + " and " + std::string(first) +
           " differ in letter case only: they would be one file on some disks\n"
           "  label: the second article of this name\n"
           "  claim a.txt:1 `" +
           std::string(first) + "`: " + std::string(first) +
           " is documented here\n"
           "  help: write the name as its owner writes it\n";
  };
  CHECK(found("duplicate-name", {{page("ERROR_X_A - 7 (0x7)", ""), page("Error_X_a - 8 (0x8)", "")}}) ==
        "error! b.txt:1 `Error_X_a" + clash("Error_X_a", "ERROR_X_A"));
  CHECK(found("duplicate-name", {{page("Error_X_a - 7 (0x7)", ""), page("ERROR_X_A - 8 (0x8)", "")}}) ==
        "error! b.txt:1 `ERROR_X_A" + clash("ERROR_X_A", "Error_X_a"));
  CHECK(found("duplicate-name", {{page("Error_X_a - 7 (0x7)", ""), page("Error_X_A - 8 (0x8)", "")}}) ==
        "error! b.txt:1 `Error_X_A" + clash("Error_X_A", "Error_X_a"));
  CHECK(found("duplicate-name", {{page("Error_X_a - 7 (0x7)", ""), page("Error_X_B - 8 (0x8)", "")}}) == "");
}
