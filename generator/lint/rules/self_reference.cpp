#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/rules.h"
#include "text/name.h"

namespace errpress::lint {

namespace {

void check(const CorpusInput&, const corpus::Facts& facts, Findings& findings) {
  if (!facts.has_title) return;
  for (const corpus::Claim& claim : facts.claims) {
    if (!is_reference(claim) || !text::equal_ignoring_case(facts.name_of(claim), facts.name())) continue;
    Diagnostic* finding = findings.add(name_place(facts, claim));
    if (finding == nullptr) continue;
    finding->message = fmt::format("{} lists itself as a related error", facts.name());
    finding->label = "the article's own name";
    finding->help = "delete the entry, or name the error that was meant";
  }
}

}  // namespace

const Rule kSelfReference = {
    .id = "self-reference",
    .summary = "an article lists itself as a related error",
    .explanation =
        R"(Related Errors leads on from an article to others. This rule finds an entry with the article's own name.

The entry links to the page it stands on. Often another name was meant, one that differs in a word, and its description
fits that other error.

Write the name that was meant, or delete the entry.)",
    .example = R"(ERROR_FILE_NOT_FOUND - 2 (0x2)

Related Errors

  • ERROR_FILE_NOT_FOUND (2, 0x2): The file does not exist.)",
    .severity = Severity::warning,
    .needs = Needs::article,
    .check_facts = check,
};

}  // namespace errpress::lint
