#include "lint/owners.h"

#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "base/words.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

constexpr std::size_t kMaxOwners = 3;
// Only this many claims are searched for a title that states a number, so that a number stated by half the corpus does
// not make each finding about it slow.
constexpr std::size_t kMaxClaims = 64;

using Entries = std::vector<const corpus::RegistryEntry*>;

// The names of the entries, each followed by its family if there are several families.
std::string listed_names(const corpus::Families& families, const Entries& entries) {
  const bool mixed = std::any_of(entries.begin(), entries.end(),
                                 [&](const auto* entry) { return entry->family != entries.front()->family; });
  std::vector<std::string> names;
  for (const corpus::RegistryEntry* entry : entries) {
    if (names.size() == kMaxOwners) {
      names.push_back(base::counted(entries.size() - kMaxOwners, "more name", "more names"));
      break;
    }
    names.push_back(mixed ? fmt::format("{} ({})", entry->name, families.name(entry->family))
                          : std::string(entry->name));
  }
  return listed(names);
}

bool has_name(const Entries& entries, std::string_view name) {
  return std::any_of(entries.begin(), entries.end(), [&](const auto* entry) { return entry->name == name; });
}

// The note about a number that carries a code of another family: "0x80070003 is ERROR_PATH_NOT_FOUND (3 (0x3) ...".
bool note_unwrapped(const JudgedClaim& judged, std::uint32_t value, Diagnostic& finding) {
  const auto inner = corpus::unwrap(value);
  if (!inner) return false;
  const corpus::Families& families = judged.input.registry.families();
  const Entries owners = owners_of(judged.input, inner->code, inner->inner);
  if (owners.empty() || has_name(owners, judged.name())) return false;
  finding.notes.push_back({fmt::format("{} is {}, {}, as {}", base::format_hex(value), listed_names(families, owners),
                                       base::format_code(inner->code), kind_of_code(families, inner->outer)),
                           owners.front()->location});
  return true;
}

// The first article that documents `value` in the family under another name; nullptr if there is none.
const corpus::ArticleSummary* article_of(const JudgedClaim& judged, std::uint32_t value) {
  const auto claims = judged.input.index.claims_of_code(value);
  for (const corpus::ClaimId id : claims.first(std::min(claims.size(), kMaxClaims))) {
    const corpus::ArticleSummary& summary = judged.input.index.summary(id);
    if (judged.input.index.claim(id).origin != corpus::Origin::title || summary.name() == judged.name()) continue;
    if (summary.family == judged.judgement.family) return &summary;
  }
  return nullptr;
}

}  // namespace

void note_number(const JudgedClaim& judged, std::uint32_t value, Diagnostic& finding) {
  const Entries owners = owners_of(judged.input, value, judged.judgement.family);
  if (!owners.empty()) {
    if (has_name(owners, judged.name())) return;
    finding.notes.push_back({fmt::format("{} is {}", format_like(judged.claim.code, value, judged.is_signed()),
                                         listed_names(judged.input.registry.families(), owners)),
                             owners.front()->location});
    return;
  }
  if (note_unwrapped(judged, value, finding)) return;
  if (const corpus::ArticleSummary* article = article_of(judged, value)) {
    finding.notes.push_back({fmt::format("{} is {}, says its article",
                                         format_like(judged.claim.code, value, judged.is_signed()), article->name()),
                             code_place(*article, article->claims.front())});
  }
}

void note_numbers(const JudgedClaim& judged, const base::Code& code, Diagnostic& finding) {
  for (const std::uint32_t value : stated_numbers(code)) note_number(judged, value, finding);
}

std::string_view kind_of_code(const corpus::Families& families, corpus::FamilyId family) {
  if (family == corpus::kHresult) return "an HRESULT";
  return family == corpus::kNtstatus ? "an NTSTATUS" : families.name(family);
}

std::vector<std::uint32_t> codes_of(const Entries& entries) {
  std::vector<std::uint32_t> codes;
  for (const corpus::RegistryEntry* entry : entries) {
    if (std::find(codes.begin(), codes.end(), entry->code) == codes.end()) codes.push_back(entry->code);
  }
  return codes;
}

std::string listed_codes(const JudgedClaim& judged, const std::vector<std::uint32_t>& codes) {
  std::vector<std::string> words;
  for (const std::uint32_t code : codes) {
    if (words.size() == kMaxOwners) break;
    words.push_back(format_like(judged.claim.code, code, judged.is_signed()));
  }
  return listed(words, "or");
}

Note known_codes(const JudgedClaim& judged, std::string_view name) {
  const CorpusInput& input = judged.input;
  const Entries entries = input.registry.find_name(name);
  if (!entries.empty()) {
    return {fmt::format("{} is {}", name, listed_codes(judged, codes_of(entries))), entries.front()->location};
  }
  for (const std::uint32_t article : input.index.articles_named(name)) {
    const corpus::ArticleSummary& summary = input.index.articles()[article];
    return {fmt::format("{} is {}, says its article", name, stated(summary.code(), "or")),
            code_place(summary, summary.claims.front())};
  }
  return {std::string(name), std::nullopt};
}

}  // namespace errpress::lint
