// The summaries of all articles of a corpus, indexed by name and code: what rules and views need to know about other
// articles. Built once from the summaries in the order of their files; const afterwards, thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/key_numbers.h"
#include "corpus/article_summary.h"
#include "corpus/flat_groups.h"

namespace errpress::corpus {

// Identifies one claim of one article.
struct ClaimId {
  std::uint32_t article = 0;
  std::uint32_t claim = 0;
  friend auto operator<=>(const ClaimId&, const ClaimId&) = default;
};

class CorpusIndex {
 public:
  explicit CorpusIndex(std::vector<ArticleSummary> summaries);
  // The index contains views of names in its own summaries: it can be moved, but not copied.
  CorpusIndex(CorpusIndex&&) = default;
  CorpusIndex& operator=(CorpusIndex&&) = default;

  std::span<const ArticleSummary> articles() const { return summaries_; }
  const ArticleSummary& summary(ClaimId id) const { return summaries_[id.article]; }
  const Claim& claim(ClaimId id) const { return summaries_[id.article].claims[id.claim]; }
  std::string_view name(ClaimId id) const { return summary(id).name_of(claim(id)); }
  Location location(ClaimId id) const { return {summary(id).file, claim(id).span}; }

  // The articles whose title has this name, in order. Usually none or one.
  std::span<const std::uint32_t> articles_named(std::string_view name) const;
  // All claims that have a name, by that name and by each number stated, in order of file and position.
  std::span<const ClaimId> claims_of_name(std::string_view name) const;
  std::span<const ClaimId> claims_of_code(std::uint32_t code) const;
  // The names and codes that more than one claim states, so that conflicts are possible. In order of the first claim.
  const std::vector<std::string_view>& repeated_names() const { return repeated_names_; }
  const std::vector<std::uint32_t>& repeated_codes() const { return repeated_codes_; }

 private:
  std::vector<ArticleSummary> summaries_;
  base::KeyNumbers<std::string_view> names_;
  FlatGroups<ClaimId> claims_of_names_;          // indexed by the number of the name
  FlatGroups<std::uint32_t> articles_of_names_;  // indexed by the number of the name
  base::KeyNumbers<std::uint32_t> codes_;
  FlatGroups<ClaimId> claims_of_codes_;  // indexed by the number of the code
  std::vector<std::string_view> repeated_names_;
  std::vector<std::uint32_t> repeated_codes_;

  void index_names();
  void index_codes();
};

}  // namespace errpress::corpus
