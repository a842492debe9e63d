#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

bool applies(const JudgedClaim& judged) {
  return judged.is_entry() && !judged.claim.described && judged.claim.name_size != 0;
}

corpus::Location place(const JudgedClaim& judged) { return name_place(judged.summary, judged.claim); }

void word(const JudgedClaim& judged, Diagnostic& finding) {
  finding.message = fmt::format("{} is listed without a description", judged.name());
  finding.label = "no description";
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
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
