#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/close_names.h"
#include "lint/owners.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

bool applies(const JudgedClaim& judged) {
  return judged.is_entry() && !judged.claim.code.written() && judged.claim.flaw == article::ReferenceFlaw::none;
}

corpus::Location place(const JudgedClaim& judged) { return name_place(judged.summary, judged.claim); }

void word(const JudgedClaim& judged, Diagnostic& finding) {
  finding.message = fmt::format("{} is listed without its code", judged.name());
  finding.label = "no code";
  if (is_known(judged.input.index, judged.input.registry, judged.name())) {
    finding.notes.push_back(known_codes(judged, judged.name()));
  }
}

}  // namespace

const Rule kMissingCode = {
    .id = "missing-code",
    .summary = "a related error has no code",
    .explanation = R"(This rule finds related errors that have a name but no code.

A name alone is correct, but a reader who searches for a number from a log finds the entry only if it states the code.
If the registry or an article knows the name, a note gives the code.

Add the code in brackets after the name: NAME (DECIMAL, 0xHEX). Entries with another finding, such as
malformed-reference or unknown-name, are not reported again.)",
    .example = R"(Related Errors

  • ERROR_FILE_NOT_FOUND: The file does not exist.)",
    .severity = Severity::info,
    .needs = Needs::article,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
