#include "corpus/corpus_index.h"

#include <utility>

namespace errpress::corpus {

namespace {

// Calls `visit(claim id, claim)` for every claim that has a name, in order.
template <typename Visit>
void for_named_claims(std::span<const ArticleSummary> summary, Visit visit) {
  for (std::uint32_t article = 0; article < summary.size(); ++article) {
    const auto& claims = summary[article].claims;
    for (std::uint32_t claim = 0; claim < claims.size(); ++claim) {
      if (claims[claim].name_size != 0) visit(ClaimId{article, claim}, claims[claim]);
    }
  }
}

std::size_t count_named_claims(std::span<const ArticleSummary> summaries) {
  std::size_t count = 0;
  for_named_claims(summaries, [&](ClaimId, const Claim&) { ++count; });
  return count;
}

// The keys with several claims. Keys are numbered in the order of their first claim, so the result is in that order,
// too.
template <typename Key>
std::vector<Key> repeated(const base::KeyNumbers<Key>& numbers, const FlatGroups<ClaimId>& claims) {
  std::vector<Key> keys;
  for (std::uint32_t number = 0; number < numbers.keys().size(); ++number) {
    if (claims.of(number).size() > 1) keys.push_back(numbers.keys()[number]);
  }
  return keys;
}

}  // namespace

CorpusIndex::CorpusIndex(std::vector<ArticleSummary> summaries) : summaries_(std::move(summaries)) {
  index_names();
  index_codes();
}

void CorpusIndex::index_names() {
  const std::size_t count = count_named_claims(summaries_);
  std::vector<FlatGroups<ClaimId>::Member> claims;
  std::vector<FlatGroups<std::uint32_t>::Member> articles;
  names_.reserve(count);
  claims.reserve(count);
  articles.reserve(summaries_.size());
  for_named_claims(summaries_, [&](ClaimId id, const Claim& claim) {
    const std::uint32_t name = names_.add(summaries_[id.article].name_of(claim));
    claims.push_back({name, id});
    if (claim.origin == Origin::title) articles.push_back({name, id.article});
  });
  claims_of_names_ = {names_.keys().size(), claims};
  articles_of_names_ = {names_.keys().size(), articles};
  repeated_names_ = repeated(names_, claims_of_names_);
}

void CorpusIndex::index_codes() {
  const std::size_t count = count_named_claims(summaries_);
  std::vector<FlatGroups<ClaimId>::Member> claims;
  codes_.reserve(2 * count);
  claims.reserve(2 * count);
  for_named_claims(summaries_, [&](ClaimId id, const Claim& claim) {
    const base::Code& code = claim.code;
    if (code.decimal.written()) claims.push_back({codes_.add(code.decimal.value), id});
    if (code.hex.written() && !code.states_twice()) claims.push_back({codes_.add(code.hex.value), id});
  });
  claims_of_codes_ = {codes_.keys().size(), claims};
  repeated_codes_ = repeated(codes_, claims_of_codes_);
}

std::span<const std::uint32_t> CorpusIndex::articles_named(std::string_view name) const {
  const auto number = names_.find(name);
  return number ? articles_of_names_.of(*number) : std::span<const std::uint32_t>();
}

std::span<const ClaimId> CorpusIndex::claims_of_name(std::string_view name) const {
  const auto number = names_.find(name);
  return number ? claims_of_names_.of(*number) : std::span<const ClaimId>();
}

std::span<const ClaimId> CorpusIndex::claims_of_code(std::uint32_t code) const {
  const auto number = codes_.find(code);
  return number ? claims_of_codes_.of(*number) : std::span<const ClaimId>();
}

}  // namespace errpress::corpus
