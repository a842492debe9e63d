#include "lint/claims.h"

#include "base/name.h"

namespace errpress::lint {

corpus::Location name_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim) {
  return {summary.file, claim.name_span.empty() ? claim.span : claim.name_span};
}

corpus::Location code_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim) {
  if (!claim.code.written()) return {summary.file, claim.span};
  const base::Span code = claim.code.span();
  // The span of a title includes the closing bracket after the hexadecimal number.
  if (claim.origin == corpus::Origin::title) return {summary.file, {code.begin, claim.span.end}};
  return {summary.file, code};
}

corpus::Location number_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim, std::uint32_t value) {
  if (!claim.code.mismatched() || !claim.code.states(value)) return code_place(summary, claim);
  return {summary.file, claim.code.decimal.value == value ? claim.code.decimal.span : claim.code.hex.span};
}

StatedNumbers stated_numbers(const base::Code& code) {
  StatedNumbers numbers;
  if (code.decimal.written()) numbers.values[numbers.count++] = code.decimal.value;
  if (code.hex.written() && !code.states_twice()) numbers.values[numbers.count++] = code.hex.value;
  return numbers;
}

bool same_error(const CorpusInput& input, std::string_view a, std::string_view b, std::uint32_t code) {
  return a == b || base::equal_ignoring_case(a, b) || input.registry.are_aliases(a, b, code) ||
         input.aliases.are_aliases(a, b);
}

}  // namespace errpress::lint
