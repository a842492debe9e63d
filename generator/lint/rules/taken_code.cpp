#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

// An unknown name in the wrong letter case is a finding of malformed-reference.
bool applies(const JudgedClaim& judged) {
  if (judged.judgement.verdict == Verdict::taken_code) return true;
  return judged.judgement.verdict == Verdict::unknown_name && judged.claim.flaw != article::ReferenceFlaw::mixed_case &&
         wrong_part(judged.claim, judged.judgement).written();
}

corpus::Location place(const JudgedClaim& judged) {
  const base::Code taken = wrong_part(judged.claim, judged.judgement);
  if (taken.decimal.written() && taken.hex.written()) return code_place(judged.summary, judged.claim);
  return number_place(judged.summary, judged.claim, taken.decimal.written() ? taken.decimal.value : taken.hex.value);
}

void word(const JudgedClaim& judged, Diagnostic& finding) {
  const StatedNumbers numbers = stated_numbers(wrong_part(judged.claim, judged.judgement));
  std::vector<std::string> owned;
  for (const std::uint32_t value : numbers) {
    const auto owners = owners_of(judged.input, value, judged.judgement.family);
    owned.push_back(
        fmt::format("{} is {}", format_like(judged.claim.code, value, judged.is_signed()), owners.front()->name));
  }
  finding.message = fmt::format("{}, not {}", listed(owned), judged.name());
  finding.label = numbers.count == 1 ? "another error's code" : "codes of other errors";
  for (const std::uint32_t value : numbers) note_number(judged, value, finding);
}

}  // namespace

const Rule kTakenCode = {
    .id = "taken-code",
    .summary = "the registry gives this code to another name",
    .explanation =
        R"(A registry says which code belongs to which name. This rule finds a code that the registry gives to another
name of the same family, in the title of an error that the registry does not know, or in a claim about such an error.
(If the registry knows the name, wrong-code reports the right code. If no article documents the name either,
unknown-name reports it, and this rule only does if unknown-name is off.)

Either the name is invented or misspelt, or a new error of your own was given a number that is already in use. In both
cases, anyone who looks the number up finds the other error. A wrong title keeps `build` from writing only if its two
numbers differ, or if another title of the family has the same code.

Correct the name, or choose a free number. If the name is an alternative name of the same error, list both under
`aliases` in errpress.yaml.)",
    .example = "ERROR_IPSEC_NO_POLICY - 13004 (0x32CC)",
    .severity = Severity::error,
    .needs = Needs::registry,
    .blocks_output = Blocks::in_title,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
