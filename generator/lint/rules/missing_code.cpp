#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

void check(const CorpusInput& input, const corpus::ArticleSummary& summary, Findings& findings) {
  for (const corpus::Claim& claim : summary.claims) {
    if (!is_reference(claim) || claim.code.written() || claim.flaw != article::ReferenceFlaw::none) continue;
    findings.add(name_place(summary, claim), [&](Diagnostic& finding) {
      const std::string_view name = summary.name_of(claim);
      finding.message = fmt::format("{} is listed without its code", name);
      finding.label = "no code";
      note_name(input, name, finding);
    });
  }
}

}  // namespace

const Rule kMissingCode = {
    .id = "missing-code",
    .summary = "a related error has no code",
    .explanation = R"(This rule finds related errors that have a name but no code.

A name alone is correct, but a reader who searches for a number from a log finds the entry only if it states the code.
If the registry or an article knows the name, a note gives the code.

Add the code in brackets after the name: NAME (DECIMAL, 0xHEX). Entries that malformed-reference reports are not
reported again.)",
    .example = R"(Related Errors

  • ERROR_FILE_NOT_FOUND: The file does not exist.)",
    .severity = Severity::info,
    .needs = Needs::article,
    .check_claims = check,
};

}  // namespace errpress::lint
