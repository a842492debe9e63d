// Tells whether a word in prose is the name of an error, once all titles are known.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "article/dialect.h"
#include "base/code.h"
#include "claims/names.h"
#include "claims/prefixes.h"
#include "corpus/article_summary.h"
#include "corpus/registry.h"

namespace errpress::corpus {

enum class NameEvidence : std::uint8_t {
  none,
  // It has a prefix of the names of errors. That says nothing if only marks stand between the name and the number
  // ("PAGE_SIZE = 0x1000"), or if two different numbers stand beside it.
  prefix,
  // A registry or a title has it, if need be in another letter case, or it is misspelt and the code beside it belongs
  // to the right one.
  known,
};

// Not thread-safe: what is needed for words that no registry has is built on first use.
class ErrorNames {
 public:
  // Keeps references to its arguments, which must not change any more except for the claims of the articles.
  ErrorNames(const Registry& registry, const article::Dialect& dialect, std::span<const ArticleSummary> articles);

  // Why the name of a claim in prose may be that of an error.
  NameEvidence evidence(std::string_view name, const Claim& claim);

 private:
  bool is_known(std::string_view name, const Claim& claim);

  struct Titles {
    std::unordered_set<std::string_view> names;
    std::unordered_multimap<std::uint32_t, std::string_view> by_code;
    claims::Prefixes prefixes;
  };

  const Titles& titles();
  bool has_prefix(std::string_view name);
  bool is_near_owner(std::string_view name, const base::Code& code);
  bool is_near_owner(std::string_view name, std::uint32_t code);

  const Registry& registry_;
  const article::Dialect& dialect_;
  std::span<const ArticleSummary> articles_;
  claims::KnownNames known_;
  std::optional<Titles> titles_;
};

// Drops prose claims about names that are not errors, such as MAX_PATH, and those of an enumeration of the article's
// own. Two numbers that words call a code stay, without a name.
void drop_other_names(ArticleSummary& summary, ErrorNames& names);

}  // namespace errpress::corpus
