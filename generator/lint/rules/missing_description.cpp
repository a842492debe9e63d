#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

void check(const CorpusInput&, const corpus::ArticleSummary& summary, Findings& findings) {
  for (const corpus::Claim& claim : summary.claims) {
    if (!is_reference(claim) || claim.described || claim.name_size == 0) continue;
    findings.add(name_place(summary, claim), [&](Diagnostic& finding) {
      finding.message = fmt::format("{} is listed without a description", summary.name_of(claim));
      finding.label = "no description";
    });
  }
}

}  // namespace

const Rule kMissingDescription = {
    .id = "missing-description",
    .summary = "a related error has no description",
    .explanation = R"(This rule finds related errors that have no text after the name and the code.

The description tells readers whether the other error is the relevant one without opening its page. It also allows a
person to notice that name and text do not match, which no registry can.

Add a sentence after a colon: NAME (DECIMAL, 0xHEX): description.)",
    .example = R"(Related Errors

  • ERROR_FILE_NOT_FOUND (2, 0x2))",
    .severity = Severity::info,
    .needs = Needs::article,
    .check_claims = check,
};

}  // namespace errpress::lint
