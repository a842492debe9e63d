#include "lint/linter.h"

#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

std::string lines(int count) {
  std::string related;
  for (int i = 0; i < count; ++i)
    related += "  • ERROR_X_N" + std::to_string(i) + " (" + std::to_string(i + 100) + ", 0x1): A text.\n";
  return related;
}

Diagnostic finding_at(std::string_view rule, errpress::corpus::Location location) {
  Diagnostic finding;
  finding.rule = rule;
  finding.location = location;
  return finding;
}

}  // namespace

TEST_CASE("a corpus in which nothing is wrong has no finding") {
  const Input input{{page("ERROR_FILE_NOT_FOUND - 2 (0x2)", "  • ERROR_PATH_NOT_FOUND (3, 0x3): A text."),
                     page("ERROR_PATH_NOT_FOUND - 3 (0x3)", "  • ERROR_FILE_NOT_FOUND (2): A text.")},
                    std::string(kRegistry)};
  CHECK(Linted(input).text() == "");
}

TEST_CASE("a rule's findings in one file end at the most that is kept, and the last says how many more there are") {
  const Linted exact({{page("ERROR_X_A - 7 (0x7)", lines(Findings::kMost))}});
  REQUIRE(exact.of("hex-mismatch").size() == Findings::kMost);
  CHECK(exact.of("hex-mismatch").back().notes.empty());

  const Linted many({{page("ERROR_X_A - 7 (0x7)", lines(1000)), page("ERROR_X_B - 8 (0x8)", lines(21))}});
  const auto found = many.of("hex-mismatch");
  REQUIRE(found.size() == 2 * Findings::kMost);
  CHECK(found[18].notes.empty());
  CHECK(found[19].notes.back().message == "980 more like it in this file are not listed");
  CHECK(found[39].notes.back().message == "1 more like it in this file is not listed");
}

TEST_CASE("a rule goes on counting past the most that is kept") {
  std::string related;
  for (int i = 0; i < 50; ++i) related += "  • ERROR_X_B: A text.\n";
  const Linted many({{page("ERROR_X_A - 7 (0x7)", related)}});
  CHECK(many.of("missing-code").size() == 1);
  CHECK(many.of("duplicate-reference").back().notes.back().message == "29 more like it in this file are not listed");
}

TEST_CASE("severities come from the configuration") {
  LintConfig config;
  CHECK(config.severity(kHexMismatch) == Severity::error);
  CHECK(config.set_severity("hex-mismatch", Severity::info));
  CHECK(config.severity(kHexMismatch) == Severity::info);
  CHECK_FALSE(config.set_severity("no-such-rule", Severity::info));

  const Input input{{page("ERROR_X_A - 7 (0x8)", "")}};
  REQUIRE(Linted(input, config).of("hex-mismatch").size() == 1);
  CHECK(Linted(input, config).of("hex-mismatch")[0].severity == Severity::info);
  CHECK(config.set_severity("hex-mismatch", Severity::off));
  CHECK(Linted(input, config).of("hex-mismatch").empty());
}

TEST_CASE("findings are sorted by file, place and rule") {
  const Diagnostic first = finding_at("b", {0, {5, 9}});
  const Diagnostic second = finding_at("a", {0, {5, 10}});
  const Diagnostic third = finding_at("b", {0, {5, 10}});
  const Diagnostic fourth = finding_at("a", {1, {0, 1}});
  std::vector<Diagnostic> all{fourth, third, first, second};
  sort(all);
  CHECK(std::is_sorted(all.begin(), all.end()));
  CHECK(all[0].location == first.location);
  CHECK(all[1].rule == "a");
  CHECK(all[2].rule == "b");
  CHECK(all[3].location.file == 1);
}

TEST_CASE("findings are counted by severity") {
  std::vector<Diagnostic> all(4);
  all[0].severity = Severity::error;
  all[1].severity = Severity::info;
  all[2].severity = Severity::warning;
  all[3].severity = Severity::info;
  const Counts counts = count(all);
  CHECK(counts.errors == 1);
  CHECK(counts.warnings == 1);
  CHECK(counts.infos == 2);
  CHECK(counts.at_or_above(Severity::error) == 1);
  CHECK(counts.at_or_above(Severity::warning) == 2);
  CHECK(counts.at_or_above(Severity::info) == 4);
  CHECK(counts.at_or_above(Severity::off) == 0);
  CHECK(counts.blocking == 0);
  all[1].blocks_output = true;
  all[2].blocks_output = true;
  CHECK(count(all).blocking == 2);
}

TEST_CASE("severities have words") {
  for (const Severity severity : {Severity::off, Severity::info, Severity::warning, Severity::error}) {
    CHECK(parse_severity(to_string(severity)) == severity);
  }
  CHECK(to_string(Severity::warning) == "warning");
  CHECK(failing_severities() == "error, warning or info");
  CHECK_FALSE(parse_severity("Warning"));
  CHECK_FALSE(parse_severity(""));
}
