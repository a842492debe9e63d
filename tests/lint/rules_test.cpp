// Every rule is documented, fires on its fixture and is silent on another: a rule without them fails here.
#include "lint/rules.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

// An input on which the rule fires, and one nearly the same on which it is silent. A rule that needs more than articles
// to fire has no input: unreadable-file (file_rules_test.cpp) and prose-code (prose_code_test.cpp).
struct Fixture {
  std::string_view rule;
  Input fires;
  Input silent;
};

const std::string kTable(kRegistry);
const std::string kTitle = "ERROR_X_A - 7 (0x7)";

Input one(std::string_view related, const std::string& registry = "") { return {{page(kTitle, related)}, registry}; }
Input text(std::string bytes) { return {{std::move(bytes)}}; }
Input two_titles(std::string_view first, std::string_view second) { return {{page(first, ""), page(second, "")}}; }

std::vector<Fixture> fixtures() {
  return {
      {"malformed-title", two_titles("ERROR_X_A, seven", kTitle), two_titles(kTitle, "ERROR_X_B - 8 (0x8)")},
      {"duplicate-name", two_titles(kTitle, "ERROR_X_A - 8 (0x8)"), two_titles(kTitle, "ERROR_X_B - 8 (0x8)")},
      {"duplicate-code", two_titles(kTitle, "ERROR_X_B - 7 (0x7)"), two_titles(kTitle, "ERROR_X_B - 8 (0x8)")},
      {"invalid-code",
       {{page(kTitle, "") + "\nERROR_X_B (0x000000008) is one.\n"}},
       {{page(kTitle, "") + "\nERROR_X_B (0x00000008) is one.\n"}}},
      {"hex-mismatch", one("  • ERROR_X_B (10, 0x10): A text."), one("  • ERROR_X_B (10, 0xA): A text.")},
      {"conflicting-code", one("  • ERROR_X_B (7): A text."), one("  • ERROR_X_B (8): A text.")},
      {"conflicting-name", one("  • ERROR_X_A (8): A text."), one("  • ERROR_X_A (0x7): A text.")},
      {"wrong-code", one("  • ERROR_PATH_NOT_FOUND (2): A text.", kTable),
       one("  • ERROR_PATH_NOT_FOUND (3): A text.", kTable)},
      {"taken-code", {{page("ERROR_X_A - 2 (0x2)", "")}, kTable}, {{page(kTitle, "")}, kTable}},
      {"unknown-name", one("  • ERROR_X_B (8): A text.", kTable), one("  • ERROR_PATH_NOT_FOUND (3): A text.", kTable)},
      {"prose-code", {}, {}},
      {"wrapped-code", one("  • ERROR_PATH_NOT_FOUND (0x80070003): A text.", kTable),
       one("  • ERROR_PATH_NOT_FOUND (3): A text.", kTable)},
      {"dangling-reference", one("  • ERROR_PATH_NOT_FOUND (3): A text.", kTable),
       one("  • ERROR_X_B (8): A text.", kTable)},
      {"self-reference", one("  • ERROR_X_A (7): A text."), one("  • ERROR_X_B (8): A text.")},
      {"duplicate-reference", one("  • ERROR_X_B (8): A text.\n  • ERROR_X_B (8): A text."),
       one("  • ERROR_X_B (8): A text.")},
      {"malformed-reference", one("  • [Another error]"), one("  • ERROR_X_B (8): A text.")},
      {"missing-code", one("  • ERROR_X_B: A text."), one("  • ERROR_X_B (8): A text.")},
      {"missing-description", one("  • ERROR_X_B (8)"), one("  • ERROR_X_B (8): A text.")},
      {"missing-message", text(kTitle + "\n\nUpdated: Feb 21, 2026\n"), text(kTitle + "\n\nA message.\n")},
      {"missing-section", text(kTitle + "\n\nA message.\n\nSummary\n\nA text.\n"), one("  • ERROR_X_B (8): A text.")},
      {"empty-section", one(""), one("  • ERROR_X_B (8): A text.")},
      {"duplicate-section", text(page(kTitle, "") + "\nSummary\n\nA text.\n"), one("")},
      {"unknown-section", text(page(kTitle, "") + "\nAnother Heading\n\nA text.\n"), one("")},
      {"bad-date", text(kTitle + "\n\nA message.\n\nUpdated: Feb 30, 2026\n"),
       text(kTitle + "\n\nA message.\n\nUpdated: Feb 2, 2026\n")},
      {"unreadable-file", {}, {}},
      {"invalid-utf8", text(page(kTitle, "") + "\xC3\xA9\xFF\n"), text(page(kTitle, "") + "é\n")},
      {"control-character", text(page(kTitle, "") + "\x07\n"), text(page(kTitle, "") + "\t\n")},
      {"untidy-text", text(page(kTitle, "") + "\t\n"), one("")},
      {"oversized-article", text(page(kTitle, "") + std::string(1 << 20, 'x') + "\n"), one("")},
  };
}

bool is_kebab_case(std::string_view id) {
  const bool letters = std::all_of(id.begin(), id.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  return letters && !id.empty() && id.front() != '-' && id.back() != '-';
}

std::size_t paragraphs(std::string_view text) {
  std::size_t count = 1;
  for (std::size_t at = text.find("\n\n"); at != std::string_view::npos; at = text.find("\n\n", at + 2)) ++count;
  return count;
}

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '\n' || static_cast<unsigned char>(c) >= 0x20; }) &&
         errpress::base::find_encoding_issues(text).invalid_utf8.count == 0;
}

}  // namespace

TEST_CASE("every rule is documented") {
  for (const Rule* rule : rules()) {
    CAPTURE(rule->id);
    CHECK(is_kebab_case(rule->id));
    CHECK_FALSE(rule->summary.empty());
    CHECK(rule->summary.find('\n') == std::string_view::npos);
    CHECK_FALSE(rule->summary.ends_with('.'));
    CHECK(paragraphs(rule->explanation) >= 2);
    CHECK(paragraphs(rule->explanation) <= 4);
    CHECK_FALSE(rule->example.empty());
    for (const std::string_view text : {rule->summary, rule->explanation, rule->example}) CHECK(is_printable(text));
    CHECK(rule->severity != Severity::off);
  }
}

TEST_CASE("every rule has one check, except the one for files that cannot be read") {
  for (const Rule* rule : rules()) {
    CAPTURE(rule->id);
    const int checks = (rule->check_article != nullptr) + (rule->applies != nullptr) + (rule->check_corpus != nullptr);
    CHECK(checks == (rule->id == "unreadable-file" ? 0 : 1));
    CHECK((rule->place != nullptr) == (rule->applies != nullptr));
    CHECK((rule->word != nullptr) == (rule->applies != nullptr));
  }
}

TEST_CASE("the order of causes lists each rule that judges claims once") {
  std::set<const Rule*> listed;
  for (const std::uint8_t index : claim_rules()) {
    REQUIRE(index < rules().size());
    CHECK(listed.insert(rules()[index]).second);
  }
  for (const Rule* rule : rules()) {
    CAPTURE(rule->id);
    CHECK((rule->applies != nullptr) == (listed.count(rule) == 1));
  }
}

TEST_CASE("ids are unique and find their rule") {
  std::set<std::string_view> ids;
  for (const Rule* rule : rules()) {
    CHECK(ids.insert(rule->id).second);
    CHECK(find_rule(rule->id) == rule);
  }
  CHECK(find_rule("no-such-rule") == nullptr);
  CHECK(find_rule("") == nullptr);
}

TEST_CASE("every rule has a fixture, and every fixture a rule") {
  std::set<std::string_view> with_fixture;
  for (const Fixture& fixture : fixtures()) {
    CAPTURE(fixture.rule);
    CHECK(with_fixture.insert(fixture.rule).second);
    CHECK(find_rule(fixture.rule) != nullptr);
  }
  for (const Rule* rule : rules()) {
    CAPTURE(rule->id);
    CHECK(with_fixture.count(rule->id) == 1);
  }
}

TEST_CASE("every rule fires on its fixture and is silent on the other") {
  for (const Fixture& fixture : fixtures()) {
    CAPTURE(fixture.rule);
    const Rule& rule = *find_rule(fixture.rule);
    if (fixture.fires.articles.empty()) {
      const bool has_own_test = rule.id == "unreadable-file" || rule.id == "prose-code";
      CHECK(has_own_test);
      continue;
    }
    const auto found = Linted(fixture.fires).of(fixture.rule);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].severity == rule.severity);
    CHECK_FALSE(found[0].message.empty());
    CHECK_FALSE(found[0].message.ends_with('.'));
    if (rule.blocks_output == Blocks::always) CHECK(found[0].blocks_output);
    if (rule.blocks_output == Blocks::never) CHECK_FALSE(found[0].blocks_output);
    REQUIRE_FALSE(fixture.silent.articles.empty());
    CHECK(Linted(fixture.silent).text(fixture.rule) == "");
  }
}
