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
// Only the names of this many claims are searched for owners of a number, so that a number stated by half the corpus
// does not make each finding about it slow.
constexpr std::size_t kMaxClaims = 64;

using Entries = std::vector<const corpus::RegistryEntry*>;

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The names of the entries, each followed by its kind if there are several kinds.
std::string listed_names(const Entries& entries) {
  const bool mixed =
      std::any_of(entries.begin(), entries.end(), [&](const auto* e) { return e->kind != entries.front()->kind; });
  std::vector<std::string> names;
  for (const corpus::RegistryEntry* entry : entries) {
    if (names.size() == kMaxOwners) {
      names.push_back(base::counted(entries.size() - kMaxOwners, "more name", "more names"));
      break;
    }
    names.push_back(mixed && !entry->kind.empty() ? fmt::format("{} ({})", entry->name, entry->kind)
                                                  : std::string(entry->name));
  }
  return listed(names);
}

// The first article with that name whose title states `value`, or nullptr.
const corpus::ArticleSummary* article_of(const corpus::CorpusIndex& index, std::string_view name, std::uint32_t value) {
  for (const std::uint32_t article : index.articles_named(name)) {
    const corpus::ArticleSummary& summary = index.articles()[article];
    if (summary.code().states(value)) return &summary;
  }
  return nullptr;
}

// Adds a note about the owners of `value` in the registry, unless `own_name` is one of them. Returns whether it is.
bool note_owner_names(std::uint32_t value, const Entries& owners, std::string_view own_name, Diagnostic& finding) {
  const bool own =
      std::any_of(owners.begin(), owners.end(), [&](const auto* owner) { return owner->name == own_name; });
  if (!owners.empty() && !own) {
    finding.notes.push_back(
        {fmt::format("{} is {}", base::format_code(value), listed_names(owners)), owners.front()->location});
  }
  return own;
}

void note_unknown_number(const CorpusInput& input, std::uint32_t value, Diagnostic& finding) {
  if (input.registry.empty()) return;
  finding.notes.push_back({fmt::format("no registry knows {}", base::format_code(value)), std::nullopt});
}

// Adds notes about articles that document `value` under names that are not in `named`. Returns their number.
std::size_t note_articles(const CorpusInput& input, std::uint32_t value, std::vector<std::string_view> named,
                          Diagnostic& finding) {
  std::size_t noted = 0;
  const auto claims = input.index.claims_of_code(value);
  for (const corpus::ClaimId id : claims.first(std::min(claims.size(), kMaxClaims))) {
    const std::string_view name = input.index.name(id);
    if (noted == kMaxOwners || contains(named, name)) continue;
    named.push_back(name);
    const corpus::ArticleSummary* owner = article_of(input.index, name, value);
    if (owner == nullptr) continue;
    finding.notes.push_back({fmt::format("{} is {}, says its article", base::format_code(value), name),
                             code_place(*owner, owner->claims.front())});
    ++noted;
  }
  return noted;
}

// HRESULT_FROM_WIN32 puts a Win32 code into the low 16 bits, below 0x8007 in the high 16 bits ([MS-ERREF] 2.1.2).
std::optional<std::uint32_t> wrapped_code(std::uint32_t value) {
  constexpr std::uint32_t kFacilityWin32 = 0x8007;
  if (value >> 16 != kFacilityWin32) return std::nullopt;
  return value & 0xFFFF;
}

bool note_wrapped(const CorpusInput& input, std::uint32_t value, Diagnostic& finding) {
  const auto inner = wrapped_code(value);
  if (!inner) return false;
  const Entries owners = input.registry.find_code(*inner);
  const std::string hex = base::format_hex(value);
  if (owners.empty()) {
    finding.notes.push_back(
        {fmt::format("{} is {} wrapped as an HRESULT", hex, base::format_code(*inner)), std::nullopt});
  } else {
    finding.notes.push_back({fmt::format("{} is {} wrapped as an HRESULT: that is {}", hex, base::format_code(*inner),
                                         listed_names(owners)),
                             owners.front()->location});
  }
  return true;
}

}  // namespace

void note_owners(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim,
                 Diagnostic& finding) {
  const std::string_view name = summary.name_of(claim);
  for (const std::uint32_t value : stated_numbers(claim.code)) note_number(input, value, name, finding);
  if (!name.empty()) note_name(input, name, finding);
}

void note_number(const CorpusInput& input, std::uint32_t value, std::string_view own_name, Diagnostic& finding) {
  const Entries owners = input.registry.find_code(value);
  const bool own = note_owner_names(value, owners, own_name, finding);
  std::vector<std::string_view> named{own_name};
  for (const corpus::RegistryEntry* owner : owners) named.push_back(owner->name);
  const bool documented = note_articles(input, value, std::move(named), finding) > 0;
  const bool wrapped = !own && note_wrapped(input, value, finding);
  if (owners.empty() && !documented && !wrapped) note_unknown_number(input, value, finding);
}

void note_registry_owner(const CorpusInput& input, std::uint32_t value, std::string_view own_name,
                         Diagnostic& finding) {
  const Entries owners = input.registry.find_code(value);
  const bool own = note_owner_names(value, owners, own_name, finding);
  const bool wrapped = !own && note_wrapped(input, value, finding);
  if (owners.empty() && !wrapped) note_unknown_number(input, value, finding);
}

void note_name(const CorpusInput& input, std::string_view name, Diagnostic& finding) {
  const Entries entries = input.registry.find_name(name);
  if (!entries.empty()) {
    const std::string codes = listed_codes(registry_codes(input.registry, name));
    finding.notes.push_back({fmt::format("{} is {}", name, codes), entries.front()->location});
    return;
  }
  for (const std::uint32_t article : input.index.articles_named(name)) {
    const corpus::ArticleSummary& summary = input.index.articles()[article];
    const corpus::Claim& title = summary.claims.front();
    if (summary.file == finding.location.file && title.span.contains(finding.location.span)) continue;
    finding.notes.push_back(
        {fmt::format("{} is {}, says its article", name, stated(summary.code(), "or")), code_place(summary, title)});
    return;
  }
}

std::vector<std::uint32_t> registry_codes(const corpus::Registry& registry, std::string_view name) {
  std::vector<std::uint32_t> codes;
  for (const corpus::RegistryEntry* entry : registry.find_name(name)) {
    if (std::find(codes.begin(), codes.end(), entry->code) == codes.end()) codes.push_back(entry->code);
  }
  return codes;
}

std::string listed_codes(const std::vector<std::uint32_t>& codes) {
  std::vector<std::string> words;
  for (const std::uint32_t code : codes) {
    if (words.size() == kMaxOwners) break;
    words.push_back(base::format_code(code));
  }
  return listed(words, "or");
}

}  // namespace errpress::lint
