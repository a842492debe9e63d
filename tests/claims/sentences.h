// Reads one sentence of an article and says what it claims, for tables of sentences.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "claims/collect.h"
#include "support/article_samples.h"

namespace errpress::tests {

inline constexpr std::string_view kTitle = "ERROR_T - 13000 (0x32C8)\nMessage.\nUpdated: Feb 21, 2026\n";

// What the registries of these tests know besides names with an underscore.
inline bool is_known_name(std::string_view name) {
  constexpr std::string_view kKnown[] = {"WSAECONNREFUSED", "EACCES", "EPERM", "E0277", "ERROR_BUSY", "E_ACCESSDENIED"};
  return std::find(std::begin(kKnown), std::end(kKnown), name) != std::end(kKnown);
}

// One claim: "s ERROR_BUSY 171 0xAB hresult": the first letter of the grade, the name ("this" for the article's own,
// "-" for none), the numbers as written, the stated family.
inline std::string dump_claim(const claims::Claim& claim, std::string_view source) {
  constexpr std::string_view kGrades = "lsbeft";
  std::string out(1, kGrades[static_cast<std::size_t>(claim.grade)]);
  out += ' ';
  out += claim.own ? "this" : claim.name_span.empty() ? "-" : claim.name_span.of(source);
  if (claim.code.decimal.written()) out.append(" ").append(claim.code.decimal.span.of(source));
  if (claim.code.hex.written()) out.append(" ").append(claim.code.hex.span.of(source));
  if (claim.family != claims::StatedFamily::none) out.append(" ").append(base::id_of(claim.family));
  return out;
}

// The claims of an article, without those of the title and of entries, joined by "; ".
inline std::string claims_of_article(const std::string& source) {
  std::vector<claims::Claim> all;
  claims::collect(parsed(source), source, shipped_dialect(), is_known_name, all);
  std::string out;
  for (const claims::Claim& claim : all) {
    if (claim.origin == claims::Origin::title || claim.origin == claims::Origin::reference) continue;
    if (!out.empty()) out += "; ";
    out += dump_claim(claim, source);
  }
  return out;
}

inline std::string claims_in(const std::string& body) { return claims_of_article(std::string(kTitle) + body + "\n"); }

// The claims of a paragraph whose lines are wrapped: the article uses blank lines.
inline std::string claims_of_lines(std::string_view lines) {
  return claims_of_article("ERROR_T - 13000 (0x32C8)\n\nMessage.\n\nUpdated: Feb 21, 2026\n\nSummary\n\n" +
                           std::string(lines) + "\n");
}

inline std::string claims_of(std::string_view sentence) { return claims_in("Summary\n" + std::string(sentence)); }

struct Sentence {
  std::string_view text;
  std::string_view claims;
};

}  // namespace errpress::tests
