// What lint must say of the three seed articles, with the platform's table and without. The seeds are not part of the
// project; where they are not at hand the tests say so and are skipped.
#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kSeeds = ERRPRESS_SHARED_DIR "/seeds/";
const char* const kFiles[] = {"000_3a3c172cae4641ca.txt", "001_57027fb762de6f79.txt", "002_b17487ade733aa15.txt"};

bool seeds_are_here(const char* test) {
  if (std::filesystem::exists(kSeeds)) return true;
  std::printf("SKIPPED %s: the seed articles are not here\n", test);
  return false;
}

Linted lint_seeds(bool with_registry) {
  std::vector<std::pair<std::string, std::string>> files;
  for (std::size_t i = 0; i < 3; ++i) files.emplace_back(std::to_string(i + 1), read_bytes(kSeeds + kFiles[i]));
  return {files, with_registry ? read_bytes(ERRPRESS_SHARED_DIR "/registry/windows.tsv") : ""};
}

// The places of a rule's findings, with the first words of each note's message that a claim stands behind.
std::vector<std::string> places(const Linted& linted, std::string_view rule) {
  std::vector<std::string> found;
  for (const Diagnostic& finding : linted.of(rule)) found.push_back(linted.place(finding.location));
  return found;
}

// Whether some finding of `rule` at `place` has all of `words`, each in its message or in a note.
bool says(const Linted& linted, std::string_view rule, std::string_view place, const std::vector<std::string>& words) {
  for (const Diagnostic& finding : linted.of(rule)) {
    if (linted.place(finding.location) != place) continue;
    std::string all = finding.message;
    for (const Note& note : finding.notes) all += "\n" + note.message;
    if (std::all_of(words.begin(), words.end(), [&](const std::string& w) { return all.find(w) != std::string::npos; }))
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the seeds without a registry: numbers that differ, and numbers given to two names") {
  if (!seeds_are_here("seeds-without-registry")) return;
  const Linted linted = lint_seeds(false);
  CHECK(places(linted, "hex-mismatch") == std::vector<std::string>{"1:25 `13002, 0x32C9`", "3:26 `13875, 0x363B`"});
  CHECK(linted.text("conflicting-code") ==
        "error 1:25 `13002`: 13002 (0x32CA) is given to two names: ERROR_IPSEC_MM_POLICY_NOT_FOUND and "
        "ERROR_IPSEC_INVALID_POLICY\n"
        "  label: given to ERROR_IPSEC_MM_POLICY_NOT_FOUND here\n"
        "  claim 2:53 `13002, 0x32CA`: given to ERROR_IPSEC_INVALID_POLICY here\n"
        "  disputed 2:53 `13002, 0x32CA`\n"
        "error 1:26 `13004, 0x32CC`: 13004 (0x32CC) is given to two names: ERROR_IPSEC_MM_POLICY_INVALID and "
        "ERROR_IPSEC_NO_POLICY\n"
        "  label: given to ERROR_IPSEC_MM_POLICY_INVALID here\n"
        "  claim 2:54 `13004, 0x32CC`: given to ERROR_IPSEC_NO_POLICY here\n"
        "  disputed 2:54 `13004, 0x32CC`\n"
        "error 3:26 `0x363B`: 13883 (0x363B) is given to two names: ERROR_IPSEC_POLICY_NOT_FOUND and "
        "ERROR_IPSEC_IKE_NEGOTIATION_DISABLED\n"
        "  label: given to ERROR_IPSEC_POLICY_NOT_FOUND here\n"
        "  claim 3:1 `13883 (0x363B)`: the title gives it to ERROR_IPSEC_IKE_NEGOTIATION_DISABLED here, and in 2 more "
        "places\n"
        "  disputed 3:1 `13883 (0x363B)`\n"
        "  disputed 3:9 `13883, 0x363B`\n"
        "  disputed 3:40 `13883, 0x363B`\n");
  for (const std::string_view rule :
       {"wrong-code", "taken-code", "unknown-name", "malformed-title", "missing-section"}) {
    CHECK(linted.text(rule) == "");
  }
  CHECK(linted.of("dangling-reference").size() == 7);
}

TEST_CASE("the seeds with the registry: each related entry is wrong, and each number's owner is named") {
  if (!seeds_are_here("seeds-with-registry")) return;
  const Linted linted = lint_seeds(true);
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
      {"3:25 `ERROR_IPSEC_IKE_NEGOTIATION_FAILED`",
       {"13890 (0x3642) is ERROR_IPSEC_IKE_DOS_COOKIE_SENT", "ERROR_IPSEC_IKE_NEGOTIATION_PENDING"}},
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
}

TEST_CASE("the seeds' titles, prose and structure are right") {
  if (!seeds_are_here("seeds-otherwise-right")) return;
  const Linted linted = lint_seeds(true);
  for (const Diagnostic& finding : linted.findings()) {
    CAPTURE(linted.place(finding.location));
    const bool of_reference = finding.rule == "hex-mismatch" || finding.rule == "conflicting-code" ||
                              finding.rule == "wrong-code" || finding.rule == "taken-code" ||
                              finding.rule == "unknown-name" || finding.rule == "dangling-reference";
    const bool expected = of_reference || finding.rule == "untidy-text";
    CHECK(expected);
  }
}
