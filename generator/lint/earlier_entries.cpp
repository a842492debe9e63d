#include "lint/earlier_entries.h"

#include "lint/claims.h"

namespace errpress::lint {

using corpus::Claim;

namespace {

// Up to this many claims, each entry is compared with all entries before it.
constexpr std::size_t kFewClaims = 40;

bool counts(const Claim& claim) { return claim.origin == corpus::Origin::reference && claim.name_size != 0; }

template <typename Matches>
const Claim* find_before(const corpus::ArticleSummary& summary, const Claim& claim, Matches matches) {
  for (const Claim* other = summary.claims.data(); other != &claim; ++other) {
    if (counts(*other) && matches(*other)) return other;
  }
  return nullptr;
}

template <typename Map, typename Key>
const Claim* first_before(const Map& map, Key key, const Claim& claim) {
  const auto found = map.find(key);
  return found != map.end() && found->second < &claim ? found->second : nullptr;
}

}  // namespace

EarlierEntries::EarlierEntries(const corpus::ArticleSummary& summary)
    : summary_(summary), indexed_(summary.claims.size() > kFewClaims) {
  if (!indexed_) return;
  for (const Claim& claim : summary.claims) {
    if (!counts(claim)) continue;
    names_.emplace(summary.name_of(claim), &claim);
    for (const std::uint32_t value : stated_numbers(claim.code)) codes_.emplace(value, &claim);
  }
}

const Claim* EarlierEntries::with_name(std::string_view name, const Claim& claim) const {
  if (indexed_) return first_before(names_, name, claim);
  return find_before(summary_, claim, [&](const Claim& other) { return summary_.name_of(other) == name; });
}

const Claim* EarlierEntries::with_code(std::uint32_t code, const Claim& claim) const {
  if (indexed_) return first_before(codes_, code, claim);
  return find_before(summary_, claim, [&](const Claim& other) { return other.code.states(code); });
}

}  // namespace errpress::lint
