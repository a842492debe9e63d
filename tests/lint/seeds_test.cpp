// What lint must say of three articles whose seven related errors are all wrong, with the platform's table and without:
// the shipped ones, and the seeds that they retell in other words. The seeds are not part of the project; where they
// are not at hand their tests say so and are skipped.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

// The same three errors, line for line, in this order.
using Files = std::array<std::string, 3>;

const Files kShipped = {ERRPRESS_SOURCE_DIR "/corpus/ERROR_IPSEC_MM_POLICY_EXISTS.txt",
                        ERRPRESS_SOURCE_DIR "/corpus/ERROR_IPSEC_QM_POLICY_EXISTS.txt",
                        ERRPRESS_SOURCE_DIR "/corpus/ERROR_IPSEC_IKE_NEGOTIATION_DISABLED.txt"};
const Files kSeeds = {ERRPRESS_SHARED_DIR "/seeds/000_3a3c172cae4641ca.txt",
                      ERRPRESS_SHARED_DIR "/seeds/001_57027fb762de6f79.txt",
                      ERRPRESS_SHARED_DIR "/seeds/002_b17487ade733aa15.txt"};

bool seeds_are_here(const char* test) {
  if (std::filesystem::exists(kSeeds[0])) return true;
  std::printf("SKIPPED %s: the seed articles are not here\n", test);
  return false;
}

Linted lint_files(const Files& files, bool with_registry) {
  std::vector<std::pair<std::string, std::string>> articles;
  for (std::size_t i = 0; i < files.size(); ++i) articles.emplace_back(std::to_string(i + 1), read_bytes(files[i]));
  return {articles, with_registry ? read_bytes(ERRPRESS_SOURCE_DIR "/corpus/registry/windows.tsv") : ""};
}

// The places of a rule's findings, with the first words of each note's message that a claim stands behind.
std::vector<std::string> places(const Linted& linted, std::string_view rule) {
  std::vector<std::string> found;
  for (const Diagnostic& finding : linted.of(rule)) found.push_back(linted.place(finding.location));
  return found;
}

// Whether some finding of `rule` at `place` has all of `words`, each in its message, its help or a note.
bool says(const Linted& linted, std::string_view rule, std::string_view place, const std::vector<std::string>& words) {
  for (const Diagnostic& finding : linted.of(rule)) {
    if (linted.place(finding.location) != place) continue;
    std::string all = finding.message + "\n" + finding.help;
    for (const Note& note : finding.notes) all += "\n" + note.message;
    if (std::all_of(words.begin(), words.end(), [&](const std::string& w) { return all.find(w) != std::string::npos; }))
      return true;
  }
  return false;
}

// Numbers that differ, and numbers given to two names.
void check_without_registry(const Files& files) {
  const Linted linted = lint_files(files, false);
  CHECK(places(linted, "hex-mismatch") == std::vector<std::string>{"1:25 `13002, 0x32C9`", "3:26 `13875, 0x363B`"});
  CHECK(says(linted, "hex-mismatch", "3:26 `13875, 0x363B`",
             {"13883 (0x363B) is ERROR_IPSEC_IKE_NEGOTIATION_DISABLED, says its article"}));
  CHECK(linted.text("conflicting-code") ==
        "error 2:53 `13002, 0x32CA`: 13002 (0x32CA) is given to two names: ERROR_IPSEC_INVALID_POLICY and "
        "ERROR_IPSEC_MM_POLICY_NOT_FOUND\n"
        "  label: given to ERROR_IPSEC_INVALID_POLICY here\n"
        "  claim 1:25 `13002`: given to ERROR_IPSEC_MM_POLICY_NOT_FOUND here\n"
        "  disputed 1:25 `13002`\n"
        "error 2:54 `13004, 0x32CC`: 13004 (0x32CC) is given to two names: ERROR_IPSEC_NO_POLICY and "
        "ERROR_IPSEC_MM_POLICY_INVALID\n"
        "  label: given to ERROR_IPSEC_NO_POLICY here\n"
        "  claim 1:26 `13004, 0x32CC`: given to ERROR_IPSEC_MM_POLICY_INVALID here\n"
        "  disputed 1:26 `13004, 0x32CC`\n");
  for (const std::string_view rule :
       {"wrong-code", "taken-code", "unknown-name", "malformed-title", "missing-section"}) {
    CHECK(linted.text(rule) == "");
  }
  CHECK(linted.text("conflicting-name") == "");
  // Four of the seven entries have another finding.
  CHECK(linted.of("dangling-reference").size() == 3);
}

// Each related entry is wrong, and each number's owner is named.
void check_with_registry(const Files& files) {
  const Linted linted = lint_files(files, true);
  CHECK(places(linted, "wrong-code") == std::vector<std::string>{"1:25 `13002, 0x32C9`"});
  CHECK(says(linted, "wrong-code", "1:25 `13002, 0x32C9`",
             {"ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC), not 13002 or 0x32C9",
              "13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE", "13001 (0x32C9) is ERROR_IPSEC_QM_POLICY_NOT_FOUND"}));
  struct Unknown {
    std::string place;
    std::vector<std::string> words;
  };
  const Unknown unknown[] = {
      {"1:26 `ERROR_IPSEC_MM_POLICY_INVALID`", {"13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND"}},
      {"2:53 `ERROR_IPSEC_INVALID_POLICY`", {"13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE"}},
      {"2:54 `ERROR_IPSEC_NO_POLICY`", {"13004 (0x32CC) is ERROR_IPSEC_MM_POLICY_NOT_FOUND"}},
      {"2:55 `ERROR_IPSEC_KEYING_CHANNEL_QUERY_FAILED`", {"13006 (0x32CE) is ERROR_IPSEC_MM_FILTER_EXISTS"}},
      {"3:25 `ERROR_IPSEC_IKE_NEGOTIATION_FAILED`", {"13890 (0x3642) is ERROR_IPSEC_IKE_DOS_COOKIE_SENT"}},
      {"3:26 `ERROR_IPSEC_POLICY_NOT_FOUND`",
       {"13875 (0x3633) is ERROR_IPSEC_IKE_INVALID_SIG", "13883 (0x363B) is ERROR_IPSEC_IKE_NEGOTIATION_DISABLED",
        "ERROR_IPSEC_MM_POLICY_NOT_FOUND", "ERROR_IPSEC_QM_POLICY_NOT_FOUND"}},
  };
  std::vector<std::string> expected;
  for (const Unknown& entry : unknown) {
    CAPTURE(entry.place);
    expected.push_back(entry.place);
    CHECK(says(linted, "unknown-name", entry.place, entry.words));
  }
  CHECK(places(linted, "unknown-name") == expected);
  // One finding for each entry, and none for anything else.
  const auto of_claims = std::count_if(linted.findings().begin(), linted.findings().end(),
                                       [](const Diagnostic& finding) { return finding.rule != "untidy-text"; });
  CHECK(of_claims == 7);
}

// Titles, prose and structure are right.
void check_otherwise_right(const Files& files) {
  const Linted linted = lint_files(files, true);
  for (const Diagnostic& finding : linted.findings()) {
    CAPTURE(linted.place(finding.location));
    const bool of_reference = finding.rule == "wrong-code" || finding.rule == "unknown-name";
    const bool expected = of_reference || finding.rule == "untidy-text";
    CHECK(expected);
  }
}

}  // namespace

TEST_CASE("the shipped articles without a registry: numbers that differ, and numbers given to two names") {
  check_without_registry(kShipped);
}

TEST_CASE("the shipped articles with the registry: each related entry is wrong, and each number's owner is named") {
  check_with_registry(kShipped);
}

TEST_CASE("the shipped articles' titles, prose and structure are right") { check_otherwise_right(kShipped); }

TEST_CASE("the seeds without a registry: numbers that differ, and numbers given to two names") {
  if (seeds_are_here("seeds-without-registry")) check_without_registry(kSeeds);
}

TEST_CASE("the seeds with the registry: each related entry is wrong, and each number's owner is named") {
  if (seeds_are_here("seeds-with-registry")) check_with_registry(kSeeds);
}

TEST_CASE("the seeds' titles, prose and structure are right") {
  if (seeds_are_here("seeds-otherwise-right")) check_otherwise_right(kSeeds);
}
