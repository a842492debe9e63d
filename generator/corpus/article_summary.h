// What the index keeps of an article after its text is released: its name and code, its references, and every other
// place that gives a code to a name. A few hundred bytes per article. Value types; const use is thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/code.h"
#include "base/span.h"

namespace errpress::corpus {

using FileId = std::uint32_t;

// A span in a file of the FileTable: an article or a registry.
struct Location {
  FileId file = 0;
  base::Span span;
  friend bool operator==(const Location&, const Location&) = default;
};

enum class Origin : std::uint8_t { title, field, reference, prose };

// A place that gives a code to a name, or states one code in two ways. The name is a range of ArticleSummary::names.
struct Claim {
  base::Span span;       // the whole claim
  base::Span name_span;  // in the source; empty if the name is the article's own and not written here
  base::Code code;
  std::uint32_t name_offset = 0;
  std::uint16_t name_size = 0;  // 0: no name (a pair of numbers in prose)
  Origin origin = Origin::prose;
  bool implied = false;  // the code is not written here (field "Error Name:"): its numbers have the span of the name
  article::ReferenceFlaw flaw = article::ReferenceFlaw::none;  // references only
  bool described = false;                                      // references only
  // The text between the two numbers (", ", " (", " / "), so that a fix can keep it; zeros if it is longer.
  std::array<char, 3> between{};
};

struct ArticleSummary {
  FileId file = 0;
  bool has_title = false;  // it is well-formed; then claims[0] is the title
  std::string names;       // the text of all names, concatenated
  std::string message;     // as in the article; empty if it has none
  base::Span message_span;
  std::optional<article::Date> updated;
  std::vector<Claim> claims;

  std::string_view name_of(const Claim& claim) const {
    return std::string_view(names).substr(claim.name_offset, claim.name_size);
  }
  // The name in the title; empty if the title is malformed.
  std::string_view name() const { return has_title ? name_of(claims.front()) : std::string_view{}; }
  const base::Code& code() const { return claims.front().code; }
};

// Drops prose claims about names that are not errors, such as MAX_PATH. If `is_error(name)` is false, a claim with one
// number is dropped, and a claim with two numbers loses its name.
void drop_other_names(ArticleSummary& summary, const std::function<bool(std::string_view)>& is_error);

// Summarises `article`, which was parsed from `source`.
ArticleSummary summarise(const article::Article& article, std::string_view source, FileId file);

}  // namespace errpress::corpus
