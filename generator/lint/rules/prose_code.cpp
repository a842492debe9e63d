#include <algorithm>
#include <array>

#include "lint/claims.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

// The rules whose findings in a sentence are findings of this one, in the order of causes.
constexpr std::array kCauses = {&kInvalidCode, &kWrongCode,       &kTakenCode,
                                &kHexMismatch, &kConflictingName, &kConflictingCode};

const Rule* cause_of(const JudgedClaim& judged) {
  const auto found =
      std::find_if(kCauses.begin(), kCauses.end(), [&](const Rule* rule) { return rule->applies(judged); });
  return found == kCauses.end() ? nullptr : *found;
}

bool applies(const JudgedClaim& judged) {
  return judged.claim.grade <= Grade::statement && cause_of(judged) != nullptr;
}

corpus::Location place(const JudgedClaim& judged) { return cause_of(judged)->place(judged); }

void word(const JudgedClaim& judged, Diagnostic& finding) {
  cause_of(judged)->word(judged, finding);
  finding.fix.reset();
  if (judged.claim.grade == Grade::loose) finding.severity = std::min(finding.severity, Severity::info);
}

void dispute(const JudgedClaim& judged, std::vector<DisputedPlace>& places) {
  const Rule& cause = *cause_of(judged);
  if (cause.dispute != nullptr) cause.dispute(judged, places);
}

}  // namespace

const Rule kProseCode = {
    .id = "prose-code",
    .summary = "a sentence gives a name a wrong code",
    .explanation =
        R"(A sentence can give a code to a name in many ways: "NAME has the code 5", "error 5 means that", "NAME = 5".
This rule finds sentences whose code contradicts a registry, a title or the number beside it, as wrong-code,
taken-code, hex-mismatch and the rules for conflicts do for titles, fields, related errors and codes in brackets.

What a sentence says is harder to read than a title or an entry, so the finding is a warning, it has no fix, and it
never puts a title, a field, a related error or a code in brackets in doubt.

Correct the number or the name. If the number is not meant as a code, say what it is ("5 attempts", "flag 0x5").)",
    .example = "A missing policy returns ERROR_IPSEC_MM_POLICY_NOT_FOUND, which has the error code 13002.",
    .severity = Severity::warning,
    .needs = Needs::corpus,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
    .dispute = dispute,
};

}  // namespace errpress::lint
