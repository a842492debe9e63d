// Blocks, notes and summary of the text report: the whole text is the product, so the whole text is asserted.
#include "report/text_report.h"

#include <doctest/doctest.h>

#include <string>

#include "report/report_fixture.h"

namespace errpress::report {
namespace {

using lint::Severity;

constexpr const char* kArticle =
    "ERROR_ALPHA - 1 (0x1)\n"
    "\n"
    "Related Errors\n"
    "\n"
    "  • ERROR_BETA (2, 0x3): never goes well with the others.\n"
    "  • ERROR_GAMMA (4): comes later.\n"
    "  • ERROR_BETA (2): once more.\n";

TEST_CASE("no findings") {
  ReportFixture f;
  f.articles = 3;
  CHECK(f.write(write_text_report) == "3 articles: no findings\n");
}

TEST_CASE("the summary counts in the singular and the plural, and leaves out what there is none of") {
  CHECK(summary_line(0, {}) == "0 articles: no findings");
  CHECK(summary_line(1, {1, 0, 0}) == "1 article: 1 error");
  CHECK(summary_line(2, {0, 1, 0}) == "2 articles: 1 warning");
  CHECK(summary_line(3, {9, 7, 2}) == "3 articles: 9 errors, 7 warnings, 2 infos");
  CHECK(summary_line(3, {0, 7, 1}) == "3 articles: 7 warnings, 1 info");
  CHECK(summary_line(1, {3, 0, 0, 1}) == "1 article: 3 errors (1 blocks output)");
  CHECK(summary_line(1, {1, 1, 0, 2}) == "1 article: 1 error, 1 warning (2 block output)");
}

TEST_CASE("one finding with a label") {
  ReportFixture f;
  const auto file = f.add("corpus/ERROR_ALPHA.txt", kArticle);
  f.find("hex-mismatch", f.at(file, "2, 0x3"), "2 and 0x3 are two codes", "2 is 0x2, 0x3 is 3");
  CHECK(f.write(write_text_report) == R"(error[hex-mismatch]: 2 and 0x3 are two codes
 --> corpus/ERROR_ALPHA.txt:5:17
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |                 ^^^^^^ 2 is 0x2, 0x3 is 3

1 article: 1 error
)");
}

TEST_CASE("a finding that blocks output says so, before its other notes") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  lint::Diagnostic& finding = f.find("hex-mismatch", f.at(file, "1 (0x1)"), "they differ");
  finding.blocks_output = true;
  finding.notes.push_back({"more of it", std::nullopt});
  CHECK(f.write(write_text_report) == R"(error[hex-mismatch]: they differ
 --> a.txt:1:15
  |
1 | ERROR_ALPHA - 1 (0x1)
  |               ^^^^^^^
  = note: blocks output
  = note: more of it

1 article: 1 error (1 blocks output)
)");
}

TEST_CASE("of several findings at one place, each that blocks output is named") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  for (const char* rule : {"duplicate-name", "untidy-text", "duplicate-code", "duplicate-code"}) {
    lint::Diagnostic& finding = f.find(rule, f.at(file, "ERROR_ALPHA"), std::string("about ") + rule);
    finding.blocks_output = finding.rule != "untidy-text";
  }
  CHECK(f.write(write_text_report) == R"(error[duplicate-name]: about duplicate-name
error[untidy-text]: about untidy-text
error[duplicate-code]: about duplicate-code
 --> a.txt:1:1
  |
1 | ERROR_ALPHA - 1 (0x1)
  | ^^^^^^^^^^^
  = note[duplicate-name]: blocks output
  = note[duplicate-code]: blocks output

1 article: 4 errors (3 block output)
)");
}

TEST_CASE("warnings, infos and help say what they are") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  lint::Diagnostic& warning = f.find("unknown-name", f.at(file, "ERROR_BETA"), "nobody knows ERROR_BETA");
  warning.severity = Severity::warning;
  warning.help = "the closest names are ERROR_BETTER and ERROR_BETS";
  f.find("missing-code", f.at(file, "ERROR_GAMMA"), "no hex").severity = Severity::info;
  CHECK(f.write(write_text_report) == R"(warning[unknown-name]: nobody knows ERROR_BETA
 --> a.txt:5:5
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |     ^^^^^^^^^^
  = help: the closest names are ERROR_BETTER and ERROR_BETS

info[missing-code]: no hex
 --> a.txt:6:5
  |
6 |   • ERROR_GAMMA (4): comes later.
  |     ^^^^^^^^^^^

1 article: 1 warning, 1 info
)");
}

TEST_CASE(
    "findings in one line are one block: the worst first, labels below each other, overlaps in rows of their own") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  f.find("unknown-name", f.at(file, "ERROR_BETA"), "nobody knows ERROR_BETA", "not in the registry").severity =
      Severity::warning;
  f.find("hex-mismatch", f.at(file, "2, 0x3"), "2 and 0x3 are two codes", "2 is 0x2, 0x3 is 3");
  f.find("taken-code", f.at(file, "2"), "the registry gives 2 to ERROR_TWO", "ERROR_TWO");
  f.find("taken-code", f.at(file, "0x3"), "the registry gives 3 to ERROR_THREE", "ERROR_THREE");
  CHECK(f.write(write_text_report) == R"(error[hex-mismatch]: 2 and 0x3 are two codes
error[taken-code]: the registry gives 2 to ERROR_TWO
error[taken-code]: the registry gives 3 to ERROR_THREE
warning[unknown-name]: nobody knows ERROR_BETA
 --> a.txt:5:17
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |     ^^^^^^^^^^  ^^^^^^ 2 is 0x2, 0x3 is 3
  |     |
  |     not in the registry
  |                 ^  ^^^ ERROR_THREE
  |                 |
  |                 ERROR_TWO

1 article: 3 errors, 1 warning
)");
}

TEST_CASE("findings of one span share its carets, and without labels carets in several places name their rules") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  SUBCASE("one span") {
    f.find("conflicting-code", f.at(file, "2"), "2 is given to two names", "also ERROR_DELTA");
    f.find("taken-code", f.at(file, "2"), "the registry gives 2 to ERROR_TWO", "is ERROR_TWO");
    f.find("wrong-code", f.at(file, "2"), "the registry gives ERROR_BETA another code");
    CHECK(f.write(write_text_report) == R"(error[conflicting-code]: 2 is given to two names
error[taken-code]: the registry gives 2 to ERROR_TWO
error[wrong-code]: the registry gives ERROR_BETA another code
 --> a.txt:5:17
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |                 ^ also ERROR_DELTA; is ERROR_TWO

1 article: 3 errors
)");
  }
  SUBCASE("two spans") {
    f.find("unknown-name", f.at(file, "ERROR_BETA"), "nobody knows ERROR_BETA");
    f.find("taken-code", f.at(file, "2"), "the registry gives 2 to ERROR_TWO");
    CHECK(f.write(write_text_report) == R"(error[unknown-name]: nobody knows ERROR_BETA
error[taken-code]: the registry gives 2 to ERROR_TWO
 --> a.txt:5:5
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |     ^^^^^^^^^^  ^ taken-code
  |     |
  |     unknown-name

1 article: 2 errors
)");
  }
}

TEST_CASE("what reads the same is told once, at one place or at two in a line") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  SUBCASE("two places") {
    f.find("control-character", f.at(file, "never"), "no such word here");
    f.find("control-character", f.at(file, "others"), "no such word here");
    CHECK(f.write(write_text_report) == R"(error[control-character]: no such word here
 --> a.txt:5:26
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |                          ^^^^^                    ^^^^^^

1 article: 2 errors
)");
    return;
  }
  f.find("self-reference", f.at(file, "ERROR_BETA"), "lists itself", "here");
  f.find("self-reference", f.at(file, "ERROR_BETA"), "lists itself", "here");
  CHECK(f.write(write_text_report) == R"(error[self-reference]: lists itself
 --> a.txt:5:5
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |     ^^^^^^^^^^ here

1 article: 2 errors
)");
}

TEST_CASE("findings in neighbouring lines are two blocks") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  f.find("unknown-name", f.at(file, "ERROR_BETA"), "nobody knows ERROR_BETA");
  f.find("unknown-name", f.at(file, "ERROR_GAMMA"), "nobody knows ERROR_GAMMA");
  CHECK(f.write(write_text_report) == R"(error[unknown-name]: nobody knows ERROR_BETA
 --> a.txt:5:5
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |     ^^^^^^^^^^

error[unknown-name]: nobody knows ERROR_GAMMA
 --> a.txt:6:5
  |
6 |   • ERROR_GAMMA (4): comes later.
  |     ^^^^^^^^^^^

1 article: 2 errors
)");
}

TEST_CASE("notes of several findings are told once, and say whose they are where only one finding has them") {
  ReportFixture f;
  f.articles = 2;
  const auto file = f.add("a.txt", kArticle);
  const auto other = f.add("deep/b.txt", "ERROR_DELTA - 2 (0x2)\n");
  const auto registry = f.add("registry/windows.tsv", "# name\tcode\nERROR_TWO\t0x2\nERROR_BETA\t0x9\n");
  const lint::Note owner = {"2 (0x2) is ERROR_TWO", f.at(registry, "ERROR_TWO")};
  f.find("conflicting-code", f.at(file, "2"), "2 (0x2) is given to two names").notes = {
      {"ERROR_DELTA has it too", f.at(other, "2")}, owner, {"neither is taken to be right", std::nullopt}};
  f.find("wrong-code", f.at(file, "2"), "the registry gives ERROR_BETA another code").notes = {
      {"ERROR_BETA is 9 (0x9)", f.at(registry, "ERROR_BETA")}, owner};
  CHECK(f.write(write_text_report) == R"(error[conflicting-code]: 2 (0x2) is given to two names
error[wrong-code]: the registry gives ERROR_BETA another code
 --> a.txt:5:17
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |                 ^
  = note[conflicting-code]: ERROR_DELTA has it too --> deep/b.txt:1:15
  = note: 2 (0x2) is ERROR_TWO --> registry/windows.tsv:2
  = note[conflicting-code]: neither is taken to be right
  = note[wrong-code]: ERROR_BETA is 9 (0x9) --> registry/windows.tsv:3

2 articles: 2 errors
)");
}

TEST_CASE("the place of a note stands in its line, or below where it has no room") {
  ReportFixture f;
  f.articles = 2;
  const auto file = f.add("a.txt", kArticle);
  const auto other = f.add(std::string(60, 'd') + "/b.txt", "text\n");
  f.find("wrong-code", f.at(file, "2"), "message").notes = {
      {"short", f.at(other, "text")}, {"as long as it gets, up to digit 012", f.at(other, "text")}};
  const std::string place = " --> " + std::string(60, 'd') + "/b.txt:1:1\n";
  CHECK(f.write(write_text_report)
            .ends_with("  = note: short" + place + "  = note: as long as it gets, up to digit 012" + place +
                       "\n2 articles: 1 error\n"));
  f.findings[0].notes[1].message += "3";
  CHECK(f.write(write_text_report)
            .ends_with("  = note: short" + place + "  = note: as long as it gets, up to digit 0123\n   " + place +
                       "\n2 articles: 1 error\n"));
}

TEST_CASE("notes of the same file are secondary marks, in the same line or another") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  lint::Diagnostic& finding =
      f.find("duplicate-reference", f.at(file, "ERROR_BETA", 2), "ERROR_BETA is listed twice", "again");
  finding.notes = {{"first listed here", f.at(file, "ERROR_BETA")}, {"with this code", f.at(file, "2", 2)}};
  SUBCASE("shown") {
    CHECK(f.write(write_text_report) == R"(error[duplicate-reference]: ERROR_BETA is listed twice
 --> a.txt:7:5
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |     ---------- first listed here
...
7 |   • ERROR_BETA (2): once more.
  |     ^^^^^^^^^^  - with this code
  |     |
  |     again

1 article: 1 error
)");
  }
  SUBCASE("long ones stand below") {
    finding.label.clear();
    finding.notes = {{"the first of the two is listed here, and its code is the one that the registry agrees with",
                      f.at(file, "ERROR_BETA")},
                     {"about the finding's own place", finding.location}};
    CHECK(f.write(write_text_report) == R"(error[duplicate-reference]: ERROR_BETA is listed twice
 --> a.txt:7:5
  |
5 |   • ERROR_BETA (2, 0x3): never goes well with the others.
  |     ----------
...
7 |   • ERROR_BETA (2): once more.
  |     ^^^^^^^^^^
  = note: the first of the two is listed here, and its code is the one that the registry agrees with --> a.txt:5:5
  = note: about the finding's own place

1 article: 1 error
)");
  }
}

TEST_CASE("more than eight notes of a finding are counted, not shown") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  lint::Diagnostic& finding = f.find("conflicting-code", f.at(file, "2"), "2 is given to many names");
  for (int i = 0; i < 8; ++i) finding.notes.push_back({"name " + std::to_string(i), std::nullopt});
  CHECK(f.write(write_text_report).find("omitted") == std::string::npos);
  f.findings[0].notes.push_back({"name 8", std::nullopt});
  CHECK(f.write(write_text_report)
            .find("  = note: name 7\n  = note: 1 more note is omitted; --format json shows all\n") !=
        std::string::npos);
  f.findings[0].notes.push_back({"name 9", std::nullopt});
  CHECK(f.write(write_text_report).find("2 more notes are omitted") != std::string::npos);
}

TEST_CASE("a fix is told where there is no help") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  lint::Diagnostic& finding = f.find("wrong-code", f.at(file, "2, 0x3"), "the registry gives ERROR_BETA another code");
  const auto help = [&](lint::Fix fix) {
    finding.fix = std::move(fix);
    const std::string report = f.write(write_text_report);
    const std::size_t begin = report.find("  = ");
    return begin == std::string::npos ? "" : report.substr(begin, report.find("\n\n") - begin);
  };
  CHECK(help({f.at(file, "2, 0x3"), "9, 0x9"}) == R"(  = help: replace "2, 0x3" with "9, 0x9")");
  CHECK(help({f.at(file, ", 0x3"), ""}) == R"(  = help: remove ", 0x3")");
  CHECK(help({{file, {0, 0}}, "#"}) == "  = help: insert \"#\" --> a.txt:1:1");
  finding.help = "write 9 (0x9)";
  CHECK(help({f.at(file, "2, 0x3"), "9, 0x9"}) == "  = help: write 9 (0x9)");
}

TEST_CASE("a file that is gone or was changed gets its findings without an excerpt") {
  ReportFixture f;
  const auto gone = f.files.add({"gone.txt", "gone.txt"});
  const auto changed = f.add("changed.txt", "short\n");
  f.find("unreadable-file", {gone, {0, 0}}, "cannot be read: permission denied");
  f.find("wrong-code", {changed, {100, 105}}, "the registry gives ERROR_BETA another code", "label").notes = {
      {"elsewhere", corpus::Location{changed, {200, 201}}}, {"also gone", corpus::Location{gone, {3, 4}}}};
  CHECK(f.write(write_text_report) == R"(error[unreadable-file]: cannot be read: permission denied
 --> gone.txt

error[wrong-code]: the registry gives ERROR_BETA another code
 --> changed.txt
  = note: elsewhere --> changed.txt
  = note: also gone --> gone.txt

1 article: 2 errors
)");
}

TEST_CASE("colour marks severities, frame and messages, and every style is ended") {
  ReportFixture f;
  const auto file = f.add("a.txt", "ERROR_ALPHA - 1 (0x2)\n\nsee 1\n");
  f.find("hex-mismatch", f.at(file, "1 (0x2)"), "1 and 0x2 are two codes", "not one").notes = {
      {"said here", f.at(file, "1", 2)}, {"neither is right", std::nullopt}};
  const std::string expected =
      "\033[1;31merror[hex-mismatch]\033[0m\033[1m: 1 and 0x2 are two codes\033[0m\n"
      " \033[1;34m-->\033[0m a.txt:1:15\n"
      "\033[1;34m  |\033[0m\n"
      "\033[1;34m1 |\033[0m ERROR_ALPHA - 1 (0x2)\n"
      "\033[1;34m  |\033[0m               \033[1;31m^^^^^^^\033[0m \033[1;31mnot one\033[0m\n"
      "\033[1;34m...\033[0m\n"
      "\033[1;34m3 |\033[0m see 1\n"
      "\033[1;34m  |\033[0m     \033[1;34m-\033[0m \033[1;34msaid here\033[0m\n"
      "  \033[1;34m=\033[0m \033[1mnote\033[0m: neither is right\n"
      "\n"
      "\033[1m1 article: 1 error\033[0m\n";
  CHECK(f.write(write_text_report, true) == expected);
}

TEST_CASE("a report arrives in pieces, and long ones are not held in memory") {
  ReportFixture f;
  const auto file = f.add("a.txt", kArticle);
  for (int i = 0; i < 5000; ++i) f.find("rule", f.at(file, "ERROR_BETA"), "message " + std::to_string(i));
  SourceCache sources(f.files, f.loader());
  std::size_t largest = 0;
  std::size_t pieces = 0;
  write_text_report({f.findings, f.files, sources, 1, {5000, 0, 0}, {}, {}}, [&](std::string_view piece) {
    largest = std::max(largest, piece.size());
    ++pieces;
  });
  CHECK(largest < 64 * 1024);
  CHECK(pieces >= 5);
}

}  // namespace
}  // namespace errpress::report
