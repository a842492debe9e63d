#include "corpus/corpus_index.h"

#include <algorithm>
#include <utility>

namespace errpress::corpus {

namespace {

// Sorts `pairs` by key, then id, and lays their ids end to end; calls `slice(key, begin, count)` for each key.
template <typename Key, typename Id, typename SliceFn>
void lay_flat(std::vector<std::pair<Key, Id>>& pairs, std::vector<Id>& ids, SliceFn slice) {
  std::sort(pairs.begin(), pairs.end());
  ids.reserve(pairs.size());
  for (std::size_t begin = 0; begin < pairs.size();) {
    std::size_t end = begin;
    for (; end < pairs.size() && pairs[end].first == pairs[begin].first; ++end) ids.push_back(pairs[end].second);
    slice(pairs[begin].first, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin));
    begin = end;
  }
}

// Calls `visit(claim id, claim)` for every claim that gives a name, in order.
template <typename Visit>
void for_named_claims(std::span<const Facts> facts, Visit visit) {
  for (std::uint32_t article = 0; article < facts.size(); ++article) {
    const auto& claims = facts[article].claims;
    for (std::uint32_t claim = 0; claim < claims.size(); ++claim) {
      if (claims[claim].name_size != 0) visit(ClaimId{article, claim}, claims[claim]);
    }
  }
}

// The keys of `repeated` in the order in which their first claim stands in the corpus.
template <typename Key>
std::vector<Key> in_order(std::vector<std::pair<ClaimId, Key>>& repeated) {
  std::sort(repeated.begin(), repeated.end());
  std::vector<Key> keys;
  keys.reserve(repeated.size());
  for (auto& [first, key] : repeated) keys.push_back(key);
  return keys;
}

}  // namespace

CorpusIndex::CorpusIndex(std::vector<Facts> facts) : facts_(std::move(facts)) {
  index_names();
  index_codes();
  index_titles();
}

void CorpusIndex::index_names() {
  std::vector<std::pair<std::string_view, ClaimId>> pairs;
  for_named_claims(facts_,
                   [&](ClaimId id, const Claim& claim) { pairs.emplace_back(facts_[id.article].name_of(claim), id); });
  std::vector<std::pair<ClaimId, std::string_view>> repeated;
  names_.reserve(facts_.size());
  lay_flat(pairs, name_ids_, [&](std::string_view name, std::uint32_t begin, std::uint32_t count) {
    names_.emplace(name, Slice{begin, count});
    if (count > 1) repeated.emplace_back(name_ids_[begin], name);
  });
  repeated_names_ = in_order(repeated);
}

void CorpusIndex::index_codes() {
  std::vector<std::pair<std::uint32_t, ClaimId>> pairs;
  for_named_claims(facts_, [&](ClaimId id, const Claim& claim) {
    const text::Code& code = claim.code;
    if (code.decimal.written()) pairs.emplace_back(code.decimal.value, id);
    if (code.hex.written() && !code.states_twice()) pairs.emplace_back(code.hex.value, id);
  });
  std::vector<std::pair<ClaimId, std::uint32_t>> repeated;
  codes_.reserve(facts_.size());
  lay_flat(pairs, code_ids_, [&](std::uint32_t code, std::uint32_t begin, std::uint32_t count) {
    codes_.emplace(code, Slice{begin, count});
    if (count > 1) repeated.emplace_back(code_ids_[begin], code);
  });
  repeated_codes_ = in_order(repeated);
}

void CorpusIndex::index_titles() {
  std::vector<std::pair<std::string_view, std::uint32_t>> pairs;
  for (std::uint32_t article = 0; article < facts_.size(); ++article) {
    if (facts_[article].has_title) pairs.emplace_back(facts_[article].name(), article);
  }
  titles_.reserve(facts_.size());
  lay_flat(pairs, title_ids_, [&](std::string_view name, std::uint32_t begin, std::uint32_t count) {
    titles_.emplace(name, Slice{begin, count});
  });
}

std::span<const std::uint32_t> CorpusIndex::articles_named(std::string_view name) const {
  const auto found = titles_.find(name);
  if (found == titles_.end()) return {};
  return std::span(title_ids_).subspan(found->second.begin, found->second.count);
}

std::span<const ClaimId> CorpusIndex::claims_of_name(std::string_view name) const {
  const auto found = names_.find(name);
  if (found == names_.end()) return {};
  return std::span(name_ids_).subspan(found->second.begin, found->second.count);
}

std::span<const ClaimId> CorpusIndex::claims_of_code(std::uint32_t code) const {
  const auto found = codes_.find(code);
  if (found == codes_.end()) return {};
  return std::span(code_ids_).subspan(found->second.begin, found->second.count);
}

}  // namespace errpress::corpus
