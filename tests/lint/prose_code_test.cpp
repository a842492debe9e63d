// The rule about codes that sentences give to names. The reader of articles does not make such claims yet, so a claim
// of a bracket is made a loose one here: it has an origin that is none of the known ones.
#include <doctest/doctest.h>

#include "lint/claims.h"
#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);

void loosen(errpress::corpus::ArticleSummary& summary) {
  for (errpress::corpus::Claim& claim : summary.claims) {
    if (claim.origin == errpress::corpus::Origin::prose) claim.origin = static_cast<errpress::corpus::Origin>(0xFF);
  }
}

Input with_prose(std::string_view sentence, const std::string& registry = kTable, std::string_view related = "") {
  return {{page("ERROR_ACCESS_DENIED - 5 (0x5)", related) + "\n" + std::string(sentence) + "\n"},
          registry,
          {},
          {},
          {},
          loosen};
}

}  // namespace

TEST_CASE("prose-code: wrong, taken, mismatched and conflicting codes of a sentence, without a fix") {
  CHECK(found("prose-code", with_prose("It is ERROR_PATH_NOT_FOUND (2) here.")) ==
        "info a.txt:37 `2`: ERROR_PATH_NOT_FOUND is 3 (0x3), not 2\n"
        "  label: not this error's code\n"
        "  note registry.tsv:3 `ERROR_FILE_NOT_FOUND`: 2 (0x2) is ERROR_FILE_NOT_FOUND\n");
  CHECK(found("prose-code", with_prose("It is ERROR_X_B (7, 0x8) here.", "")) ==
        "info a.txt:37 `7, 0x8`: 7 and 0x8 differ: 0x8 is 8\n"
        "  label: two different numbers\n");
  CHECK(found("prose-code", with_prose("It is ERROR_ACCESS_DENIED (6) here.", "")) ==
        "info a.txt:37 `6`: ERROR_ACCESS_DENIED is 5 (0x5) in its title, not 6\n"
        "  label: given 6 here\n"
        "  claim a.txt:1 `5 (0x5)`: its title is here\n");
  CHECK(found("prose-code", with_prose("It is ERROR_X_B (5) here.", "")) ==
        "info a.txt:37 `5`: 5 (0x5) is given to two names: ERROR_X_B and ERROR_ACCESS_DENIED\n"
        "  label: given to ERROR_X_B here\n"
        "  claim a.txt:1 `5 (0x5)`: the title gives it to ERROR_ACCESS_DENIED here\n");
}

TEST_CASE("prose-code: right and wrapped codes are no finding, and no other rule reports the claim") {
  CHECK(found("prose-code", with_prose("It is ERROR_PATH_NOT_FOUND (3) here.")) == "");
  CHECK(found("prose-code", with_prose("It is ERROR_PATH_NOT_FOUND (0x80070003) here.")) == "");
  const Linted wrong(with_prose("It is ERROR_PATH_NOT_FOUND (2) here."));
  CHECK(wrong.findings().size() == wrong.of("prose-code").size() + wrong.of("empty-section").size());
}

TEST_CASE("prose-code: titles, fields, entries and brackets have the rules of their cause") {
  Input input = with_prose("It is ERROR_PATH_NOT_FOUND (2) here.");
  input.edit_summary = {};
  CHECK(found("prose-code", input) == "");
  CHECK(found("wrong-code", input) != "");
}

TEST_CASE("prose-code: a sentence that repeats the mistake of an entry is counted by its finding") {
  const Linted linted(
      with_prose("It is ERROR_PATH_NOT_FOUND (2) here.", kTable, "  • ERROR_PATH_NOT_FOUND (2): A text.\n"));
  CHECK(linted.of("prose-code").empty());
  const auto found = linted.of("wrong-code");
  REQUIRE(found.size() == 1);
  CHECK(linted.place(found[0].location) == "a.txt:25 `2`");
  CHECK(found[0].notes.back().message == "the same in 1 more place of this article");
}
