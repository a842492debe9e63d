#include <fmt/format.h>

#include "lint/owners.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

void report(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim,
            Findings& findings) {
  findings.add(code_place(summary, claim), [&](Diagnostic& finding) {
    const base::Number& decimal = claim.code.decimal;
    const std::uint32_t hex = claim.code.hex.value;
    finding.message = fmt::format("decimal {0} and hex {1} differ: {0} is {2}, {1} is {3}", written_decimal(decimal),
                                  base::format_hex(hex), base::format_hex(decimal.value), hex);
    finding.label = "two different numbers";
    note_owners(input, summary, claim, finding);
    if (claim.origin != corpus::Origin::title) return;
    finding.blocks_output = true;
    finding.help = "nothing is written until the two numbers of the title agree";
  });
}

void check(const CorpusInput& input, const corpus::ArticleSummary& summary, Findings& findings) {
  for (const corpus::Claim& claim : summary.claims) {
    if (claim.code.mismatched()) report(input, summary, claim, findings);
  }
}

}  // namespace

const Rule kHexMismatch = {
    .id = "hex-mismatch",
    .summary = "the decimal and the hex of one code differ",
    .explanation =
        R"(A code is often stated twice, in decimal and in hexadecimal. This rule finds places where the two numbers
differ: in a title, a related error, a field such as Numeric Code, or prose.

One of the two is wrong, and a reader cannot tell which. The rule does not assume either to be right: the message shows
each number in the other notation, and the notes name the error that each number belongs to, in the registry and in the
corpus.

Correct the wrong number. In a title, the two numbers decide what is rendered, so `build` writes nothing until they
agree; if they differ elsewhere, the rendered page says that the code is disputed.)",
    .example = "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32C9): The policy does not exist.",
    .severity = Severity::error,
    .needs = Needs::article,
    .blocks_output = Blocks::in_title,
    .disputes = true,
    .check_claims = check,
};

}  // namespace errpress::lint
