#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"
#include "lint/slip.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

// The two numbers of a wrapped code are right in two families. An unknown name in the wrong letter case is a finding of
// malformed-reference.
bool applies(const JudgedClaim& judged) {
  const Verdict verdict = judged.judgement.verdict;
  if (verdict == Verdict::unknown_name && judged.claim.flaw == article::ReferenceFlaw::mixed_case) return false;
  return judged.claim.code.mismatched() && verdict != Verdict::wrapped;
}

corpus::Location place(const JudgedClaim& judged) { return code_place(judged.summary, judged.claim); }

// The hexadecimal number in decimal, negative if the decimal number beside it is.
std::string in_decimal(const base::Code& code) {
  return code.decimal.notation.minus ? fmt::format("{}", static_cast<std::int32_t>(code.hex.value))
                                     : fmt::format("{}", code.hex.value);
}

void word(const JudgedClaim& judged, Diagnostic& finding) {
  const base::Code& code = judged.claim.code;
  const std::string hex = base::quote_hex(code.hex);
  finding.message =
      fmt::format("{} and {} differ: {} is {}", base::quote_decimal(code.decimal), hex, hex, in_decimal(code));
  finding.label = "two different numbers";
  // Where the name has an article, that says which number is wrong.
  const bool documented = !judged.is_title() && !judged.input.index.articles_named(judged.name()).empty();
  if (documented) {
    finding.notes.push_back(known_codes(judged, judged.name()));
  } else {
    note_numbers(judged, code, finding);
  }
  if (std::string text = slip_between(code); !text.empty()) finding.notes.push_back({std::move(text), std::nullopt});
  if (judged.is_title()) finding.help = "nothing is written until the two numbers of the title agree";
}

}  // namespace

const Rule kHexMismatch = {
    .id = "hex-mismatch",
    .summary = "the decimal and the hex of one code differ",
    .explanation =
        R"(A code is often stated twice, in decimal and in hexadecimal. This rule finds places where the two numbers
differ: in a title, a related error, a field such as Numeric Code, or prose. If a registry knows the codes of the
name, or whose the numbers are, wrong-code or taken-code says which number is wrong instead.

One of the two is wrong, and a reader cannot tell which. The rule does not assume either to be right: the message
shows the hexadecimal number in decimal, and the notes name the error that each number belongs to, if it is known.

Correct the wrong number. In a title, the two numbers decide what is rendered, so `build` writes nothing until they
agree; if they differ elsewhere, the rendered page says that the code is disputed.)",
    .example = "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32C9): The policy does not exist.",
    .severity = Severity::error,
    .needs = Needs::article,
    .blocks_output = Blocks::in_title,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
