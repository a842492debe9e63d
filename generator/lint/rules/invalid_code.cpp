#include <string>

#include <fmt/format.h>

#include "base/code_text.h"
#include "lint/claims.h"
#include "lint/close_names.h"
#include "lint/owners.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

// In a title and in a related error, malformed-title and malformed-reference report it.
bool applies(const JudgedClaim& judged) {
  return judged.claim.fault != base::CodeFault::none && !judged.is_entry() && !judged.is_title();
}

corpus::Location place(const JudgedClaim& judged) { return {judged.summary.file, judged.claim.fault_at}; }

void word(const JudgedClaim& judged, Diagnostic& finding) {
  const corpus::Claim& claim = judged.claim;
  const std::string why = base::describe(claim.fault, claim.fault_digits);
  finding.message = judged.name().empty() ? fmt::format("this is no code: {}", why)
                                          : fmt::format("the code of {} is no code: {}", judged.name(), why);
  finding.label = "no code";
  if (is_known(judged.input.index, judged.input.registry, judged.name())) {
    finding.notes.push_back(known_codes(judged, judged.name()));
  }
}

}  // namespace

const Rule kInvalidCode = {
    .id = "invalid-code",
    .summary = "a number that cannot be a code stands for one",
    .explanation =
        R"(A code has 32 bits: at most 8 hexadecimal digits, or a decimal from -2147483648 to 4294967295. This rule finds
fields, brackets and sentences that give a name a number with more digits than that, and fields in which letters stand
for digits ("6O7" instead of "607"). Related errors and titles with such numbers are findings of malformed-reference and
malformed-title.

Such a number cannot be compared, so nothing else about the claim is checked.

Write the code with its right digits. If the number is not meant as a code, say what it is.)",
    .example = "The call fails with ERROR_IPSEC_MM_POLICY_NOT_FOUND (0x0000032CA) if the policy is gone.",
    .severity = Severity::error,
    .needs = Needs::article,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
