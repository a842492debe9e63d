// How the findings about claims are chosen and merged: one finding for a claim, one for a mistake that is repeated.
#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);
const std::string kTitle = "ERROR_ACCESS_DENIED - 5 (0x5)";

std::string entry(std::string_view text) { return "  • " + std::string(text) + ": A text.\n"; }

LintConfig without(std::initializer_list<std::string_view> rules) {
  LintConfig config;
  for (const std::string_view rule : rules) REQUIRE(config.set_severity(rule, Severity::off));
  return config;
}

// The rules that find something, in the order of reports, with spaces between them.
std::string rules_of(const Input& input, const LintConfig& config = {}) {
  std::string text;
  const Linted linted(input, config);
  for (const Diagnostic& finding : linted.findings()) {
    text += (text.empty() ? "" : " ") + std::string(finding.rule);
  }
  return text;
}

std::string rules_of_entry(std::string_view text, const LintConfig& config, const std::string& registry = kTable) {
  return rules_of({{page(kTitle, entry(text))}, registry}, config);
}

std::vector<std::string> texts(const Linted& linted, std::string_view rule) {
  std::vector<std::string> all;
  for (const Diagnostic& finding : linted.of(rule)) all.push_back(linted.place(finding.location));
  return all;
}

}  // namespace

TEST_CASE("folding: one wrong code in title, field and prose is one finding at the title") {
  std::string text = page("ERROR_PATH_NOT_FOUND - 2 (0x2)", "");
  text += "\nThat is ERROR_PATH_NOT_FOUND (2).\n\nError Details\n\n  • Numeric Code: 2 (0x2)\n";
  CHECK(found("wrong-code", {{text}, kTable}) ==
        "error a.txt:1 `2 (0x2)`: ERROR_PATH_NOT_FOUND is 3 (0x3), not 2 (0x2)\n"
        "  label: not this error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n"
        "  note: the same in 2 more places of this article\n"
        "  disputed a.txt:37 `2`\n"
        "  disputed a.txt:41 `2 (0x2`\n"
        "  fix a.txt:1 `2 (0x2)`: 3 (0x3)\n");
}

TEST_CASE("folding: a mistake that is not in the title is a finding wherever it stands") {
  std::string text = page(kTitle, entry("ERROR_PATH_NOT_FOUND (2)"));
  text.insert(text.find("A sentence."), "See ERROR_PATH_NOT_FOUND (2) and again ERROR_PATH_NOT_FOUND (0x2). ");
  const Linted linted({{text}, kTable});
  CHECK(texts(linted, "wrong-code") == std::vector<std::string>{"a.txt:9 `2`", "a.txt:9 `0x2`", "a.txt:25 `2`"});
}

TEST_CASE("folding: what differs from the mistake in the title is a finding of its own") {
  const auto count = [](std::string_view rule, std::string_view title, std::string_view bracket,
                        const std::string& registry = kTable) {
    return Linted({{page(title, "") + "\nIt is " + std::string(bracket) + ".\n"}, registry}).of(rule).size();
  };
  const std::string_view wrong = "ERROR_PATH_NOT_FOUND - 2 (0x2)";
  CHECK(count("wrong-code", wrong, "ERROR_PATH_NOT_FOUND (2)") == 1);
  CHECK(count("wrong-code", wrong, "ERROR_PATH_NOT_FOUND (0x2)") == 1);
  CHECK(count("wrong-code", wrong, "ERROR_PATH_NOT_FOUND (3)") == 1);
  CHECK(count("wrong-code", wrong, "ERROR_PATH_NOT_FOUND (7)") == 2);
  CHECK(count("wrong-code", wrong, "ERROR_FILE_NOT_FOUND (3)") == 2);
  CHECK(count("wrong-code", "ERROR_PATH_NOT_FOUND - 2 (0x7)", "ERROR_PATH_NOT_FOUND (2, 0x7)") == 1);
  CHECK(count("wrong-code", "ERROR_PATH_NOT_FOUND - 2 (0x7)", "ERROR_PATH_NOT_FOUND (2, 0x8)") == 2);
  CHECK(count("wrong-code", "ERROR_PATH_NOT_FOUND - 3 (0x7)", "ERROR_PATH_NOT_FOUND (7, 0x3)") == 1);
  CHECK(count("hex-mismatch", "ERROR_X_B - 70 (0x7)", "ERROR_X_B (70, 0x7)", "") == 1);
  CHECK(count("hex-mismatch", "ERROR_X_B - 70 (0x7)", "ERROR_X_B (70, 0x8)", "") == 2);
  CHECK(count("hex-mismatch", "ERROR_X_B - 70 (0x7)", "ERROR_X_C (70, 0x7)", "") == 2);
}

TEST_CASE("folding: a taken code in title and prose is one finding") {
  const std::string text = page("ERROR_X_A - 2 (0x2)", "") + "\nIt is ERROR_X_A (2) here, not ERROR_X_A (3).\n";
  const Linted linted({{text}, kTable});
  CHECK(texts(linted, "taken-code") == std::vector<std::string>{"a.txt:1 `2 (0x2)`", "a.txt:37 `3`"});
  CHECK(linted.of("taken-code")[0].disputed.size() == 1);
}

TEST_CASE("folding: a mistake of two articles is a finding in each") {
  const Linted linted({{page(kTitle, entry("ERROR_PATH_NOT_FOUND (2)")),
                        page("ERROR_FILE_NOT_FOUND - 2 (0x2)", entry("ERROR_PATH_NOT_FOUND (2)"))},
                       kTable});
  CHECK(linted.of("wrong-code").size() == 2);
}

TEST_CASE("folding: entries that are listed twice, or are not written as entries, keep their findings") {
  const LintConfig config = without({"unknown-name", "taken-code"});
  CHECK(rules_of({{page(kTitle, entry("ERROR_X_B (70)") + entry("ERROR_X_B (70)"))}, kTable}, config) ==
        "dangling-reference duplicate-reference");
  // Each has a fix of its own.
  const Linted cases({{page(kTitle, entry("ERROR_FILE_NOT_Found (2)") + entry("ERROR_FILE_NOT_Found (2)"))}, kTable});
  CHECK(cases.of("malformed-reference").size() == 2);
}

TEST_CASE("severities: where a rule is off, the next cause is reported") {
  const std::string both = "ERROR_PATH_NOT_FOUND (2, 0x7)";
  CHECK(rules_of_entry(both, {}) == "wrong-code");
  CHECK(rules_of_entry(both, without({"wrong-code"})) == "hex-mismatch");
  CHECK(rules_of_entry(both, without({"wrong-code", "hex-mismatch"})) == "dangling-reference");
  const std::string one = "ERROR_PATH_NOT_FOUND (2)";
  CHECK(rules_of_entry(one, without({"wrong-code"})) == "dangling-reference");

  const std::string unknown = "ERROR_X_B (2)";
  CHECK(rules_of_entry(unknown, {}) == "unknown-name");
  CHECK(rules_of_entry(unknown, without({"unknown-name"})) == "taken-code");
  CHECK(rules_of_entry(unknown, without({"unknown-name", "taken-code"})) == "dangling-reference");
  CHECK(rules_of_entry("ERROR_X_B (70)", without({"unknown-name"})) == "dangling-reference");
  CHECK(rules_of({{page(kTitle, entry("ERROR_X_B (2)") + entry("ERROR_X_C (2)"))}, kTable},
                 without({"unknown-name", "taken-code"})) == "dangling-reference conflicting-code");
  // ERROR_PATH_NOT_FOUND does not have the code, so it does not contradict the other.
  CHECK(rules_of({{page(kTitle, entry("ERROR_PATH_NOT_FOUND (70)") + entry("ERROR_X_B (70)"))}, kTable},
                 without({"unknown-name"})) == "wrong-code dangling-reference");
  CHECK(rules_of_entry("ERROR_X_B (70, 0x7)", without({"unknown-name"})) == "hex-mismatch");
}

TEST_CASE("severities: where conflicts are off, each claim has its next finding") {
  const std::vector<std::string> articles{page(kTitle, entry("ERROR_X_B (70)") + entry("ERROR_X_C (70)")),
                                          page("ERROR_X_A - 6 (0x6)", entry("ERROR_X_D (70)"))};
  CHECK(rules_of({articles}) == "dangling-reference conflicting-code");
  CHECK(rules_of({articles}, without({"conflicting-code"})) ==
        "dangling-reference duplicate-reference dangling-reference");
  const std::vector<std::string> names{page(kTitle, entry("ERROR_X_B (70)")),
                                       page("ERROR_X_A - 6 (0x6)", entry("ERROR_X_B (71)")),
                                       page("ERROR_X_C - 7 (0x7)", entry("ERROR_X_B (71)"))};
  CHECK(rules_of({names}) == "dangling-reference conflicting-name");
  CHECK(rules_of({names}, without({"conflicting-name"})) == "dangling-reference dangling-reference dangling-reference");
}

TEST_CASE("severities: the configured one is that of the finding") {
  LintConfig config;
  REQUIRE(config.set_severity("wrong-code", Severity::info));
  const auto found = Linted({{page(kTitle, entry("ERROR_PATH_NOT_FOUND (2)"))}, kTable}, config).of("wrong-code");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::info);
}

TEST_CASE("blocking: titles whose numbers differ, and wrong ones with the code of another title") {
  const auto blocking = [](const Input& input, const LintConfig& config = {}) {
    std::string rules;
    const Linted linted(input, config);
    for (const Diagnostic& finding : linted.findings()) {
      if (finding.blocks_output) rules += (rules.empty() ? "" : " ") + std::string(finding.rule);
    }
    return rules;
  };
  CHECK(blocking({{page("ERROR_X_A - 7 (0x8)", "")}}) == "hex-mismatch");
  CHECK(blocking({{page("ERROR_PATH_NOT_FOUND - 3 (0x8)", "")}, kTable}) == "wrong-code");
  CHECK(blocking({{page("ERROR_PATH_NOT_FOUND - 3 (0x8)", "")}, kTable}, without({"wrong-code"})) == "hex-mismatch");
  CHECK(blocking({{page("ERROR_X_A - 2 (0x8)", "")}, kTable}) == "taken-code");
  CHECK(blocking({{page("ERROR_PATH_NOT_FOUND - 8 (0x8)", "")}, kTable}) == "");
  CHECK(blocking({{page("ERROR_X_A - 2 (0x2)", "")}, kTable}) == "");
  CHECK(blocking({{page("ERROR_FILE_NOT_FOUND - 2 (0x2)", ""), page("ERROR_X_A - 2 (0x2)", "")}, kTable}) ==
        "taken-code");
  CHECK(blocking({{page("ERROR_FILE_NOT_FOUND - 2 (0x2)", ""), page("ERROR_PATH_NOT_FOUND - 2 (0x2)", "")}, kTable}) ==
        "wrong-code");
  // Names of one error may share their code.
  CHECK(blocking({{page("ERROR_SUCCESS - 7 (0x7)", ""), page("ERROR_X_A - 7 (0x7)", "")},
                  kTable,
                  {{"ERROR_SUCCESS", "ERROR_X_A"}}}) == "");
  // What is wrong with an entry keeps nothing from being written.
  CHECK(blocking({{page(kTitle, entry("ERROR_PATH_NOT_FOUND (5)") + entry("ERROR_X_B (2, 0x9)"))}, kTable}) == "");
}

TEST_CASE("limit: of a rule, twenty findings of a file are kept, and what the others dispute is marked") {
  std::string related;
  for (int i = 0; i < 25; ++i) {
    related += entry("ERROR_X_N" + std::string(1, static_cast<char>('A' + i)) + " (" + std::to_string(100 + i) + ")");
  }
  // Each is given to another name in both b.txt and c.txt.
  std::string others = related;
  for (std::size_t at = others.find("_N"); at != std::string::npos; at = others.find("_N", at + 1))
    others[at + 1] = 'M';
  const Linted linted({{page("ERROR_X_A - 7 (0x7)", related), page("ERROR_X_B - 8 (0x8)", others),
                        page("ERROR_X_C - 9 (0x9)", others)}});
  const auto found = linted.of("conflicting-code");
  REQUIRE(found.size() == 20);
  CHECK(found[19].notes.back().message == "5 more like it in this file are not listed");
  CHECK(found[0].disputed.size() == 2);
  // The five that are not kept, with the two other places of each.
  CHECK(found[19].unlisted.size() == 15);
}

TEST_CASE("limit: a mistake in the title is one finding, and every place that repeats it is marked") {
  std::string text = page("ERROR_PATH_NOT_FOUND - 2 (0x2)", "") + "\n";
  for (int i = 0; i < 30; ++i) text += "It is ERROR_PATH_NOT_FOUND (2).\n\n";
  const auto found = Linted({{text}, kTable}).of("wrong-code");
  REQUIRE(found.size() == 1);
  CHECK(found[0].disputed.size() == 30);
}
