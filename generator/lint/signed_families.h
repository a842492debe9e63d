// Which families write codes from 2^31 on as negative numbers, so that fixes and messages do the same. Const after
// construction, thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/corpus_index.h"
#include "corpus/family.h"

namespace errpress::lint {

class SignedFamilies {
 public:
  // Counts the decimals in the titles of each family: more than half of those from 2^31 on have to be negative.
  explicit SignedFamilies(const corpus::CorpusIndex& index) {
    constexpr std::uint32_t kFirstNegative = 0x80000000;
    for (const corpus::ArticleSummary& article : index.articles()) {
      if (!article.has_title) continue;
      const base::Number& decimal = article.code().decimal;
      if (!decimal.written() || decimal.value < kFirstNegative) continue;
      if (article.family >= balance_.size()) balance_.resize(article.family + std::size_t{1});
      balance_[article.family] += decimal.notation.minus ? 1 : -1;
    }
  }

  bool contains(corpus::FamilyId family) const { return family < balance_.size() && balance_[family] > 0; }

 private:
  std::vector<std::int64_t> balance_;  // by family: negative decimals minus others
};

}  // namespace errpress::lint
