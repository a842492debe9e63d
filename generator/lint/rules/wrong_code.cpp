#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rewrite.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

// Which numbers of a claim the registry does not give to its name.
struct Wrong {
  bool decimal = false;
  bool hex = false;
  bool any() const { return decimal || hex; }
};

Wrong wrong_numbers(const corpus::Registry& registry, std::string_view name, const base::Code& code) {
  Wrong wrong;
  wrong.decimal = code.decimal.written() && !gives(registry, name, code.decimal.value);
  wrong.hex = code.states_twice() ? wrong.decimal : code.hex.written() && !gives(registry, name, code.hex.value);
  return wrong;
}

// The code without its right number.
base::Code only(const base::Code& code, Wrong wrong) {
  base::Code rest;
  if (wrong.decimal) rest.decimal = code.decimal;
  if (wrong.hex) rest.hex = code.hex;
  return rest;
}

corpus::Location wrong_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim, Wrong wrong) {
  if (!claim.code.mismatched() || (wrong.decimal && wrong.hex)) return code_place(summary, claim);
  return {summary.file, wrong.decimal ? claim.code.decimal.span : claim.code.hex.span};
}

void report(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim, Wrong wrong,
            Findings& findings) {
  const base::Code bad = only(claim.code, wrong);
  findings.add(wrong_place(summary, claim, wrong), [&](Diagnostic& finding) {
    const std::string_view name = summary.name_of(claim);
    const std::vector<std::uint32_t> codes = registry_codes(input.registry, name);
    finding.message = fmt::format("{} is {}, not {}", name, listed_codes(codes), stated(bad, "or"));
    finding.label = "not this error's code";
    note_owners(input, summary, claim, finding);
    if (codes.size() != 1 || claim.implied) return;
    if (auto text = rewritten(claim, bad, codes.front()))
      finding.fix = Fix{{summary.file, bad.span()}, std::move(*text)};
  });
}

void check(const CorpusInput& input, const corpus::ArticleSummary& summary, Findings& findings) {
  if (input.registry.empty()) return;
  for (const corpus::Claim& claim : summary.claims) {
    if (claim.name_size == 0 || !claim.code.written()) continue;
    const std::string_view name = summary.name_of(claim);
    const Wrong wrong = wrong_numbers(input.registry, name, claim.code);
    if (wrong.any() && input.registry.knows_name(name)) report(input, summary, claim, wrong, findings);
  }
}

}  // namespace

const Rule kWrongCode = {
    .id = "wrong-code",
    .summary = "the registry gives this name another code",
    .explanation =
        R"(A registry says which code belongs to which name. This rule finds a title, field, related error or sentence
that gives a code to a name for which the registry has other codes. If two numbers are stated, each is checked
separately.

Programs compare numbers, not names: a reader who copies a wrong code waits for an error that never occurs, or mistakes
another error for it. The notes say what the stated numbers really are, because that often shows what was meant.

Write the code from the registry; if the name has only one, the finding has a fix. If the number is right and the name
is wrong, correct the name.)",
    .example = "  • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002, 0x32CA): The policy does not exist.",
    .severity = Severity::error,
    .needs = Needs::registry,
    .disputes = true,
    .check_claims = check,
};

}  // namespace errpress::lint
