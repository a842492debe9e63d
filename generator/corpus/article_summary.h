// What the index keeps of an article after its text is released: its name and code, its references, and every other
// place that gives a code to a name. A few hundred bytes per article. Value types; const use is thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/dialect.h"
#include "base/code.h"
#include "base/span.h"
#include "claims/claim.h"
#include "claims/names.h"
#include "corpus/family.h"

namespace errpress::corpus {

using FileId = std::uint32_t;

// A span in a file of the FileTable: an article or a registry.
struct Location {
  FileId file = 0;
  base::Span span;
  friend bool operator==(const Location&, const Location&) = default;
};

using claims::Claim;
using claims::Grade;
using claims::Origin;

struct ArticleSummary {
  FileId file = 0;
  bool has_title = false;       // it is readable; then claims[0] is the title
  FamilyId family = kNoFamily;  // of its code: see article_family.h, which sets it when all titles are known
  std::string names;            // the text of all names, concatenated
  std::string message;          // as in the article; empty if it has none
  base::Span message_span;
  std::optional<article::Date> updated;
  std::vector<Claim> claims;

  std::string_view name_of(const Claim& claim) const {
    return std::string_view(names).substr(claim.name_offset, claim.name_size);
  }
  // The name in the title; empty if the title cannot be read.
  std::string_view name() const { return has_title ? name_of(claims.front()) : std::string_view{}; }
  const base::Code& code() const { return claims.front().code; }
};

// Summarises `article`, which was parsed from `source` with `dialect`. `known` says which names the registries have.
ArticleSummary summarise(const article::Article& article, std::string_view source, const article::Dialect& dialect,
                         const claims::KnownNames& known, FileId file);

}  // namespace errpress::corpus
