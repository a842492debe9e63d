// What the index keeps of an article once its text is dropped: its name and code, its references and every other place
// that gives a name a code. A few hundred bytes an article. Value types; const use is thread-safe.
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

// A place in a file that the FileTable knows: an article or a registry.
struct Location {
  FileId file = 0;
  base::Span span;
  friend bool operator==(const Location&, const Location&) = default;
};

enum class Origin : std::uint8_t { title, field, reference, prose };

// A place where a name is given a code, or a code is said in two ways. `name` is a range of ArticleSummary::names.
struct Claim {
  base::Span span;       // the whole of it
  base::Span name_span;  // in the source; empty where the article's own name is meant
  base::Code code;
  std::uint32_t name_offset = 0;
  std::uint16_t name_size = 0;  // 0: no name is given (a bare pair in prose)
  Origin origin = Origin::prose;
  bool implied = false;  // the code is meant, not written (by a field "Error Name:"): its numbers have the name's span
  article::ReferenceFlaw flaw = article::ReferenceFlaw::none;  // references only
  bool described = false;                                      // references only
  // What stands between the two numbers (", ", " (", " / "), so that a fix can keep it; zeros where it is longer.
  std::array<char, 3> between{};
};

struct ArticleSummary {
  FileId file = 0;
  bool has_title = false;  // a well-formed one: then claims[0] is the title
  std::string names;       // the text of all names, end to end
  std::string message;     // as in the article; empty where it has none
  base::Span message_span;
  std::optional<article::Date> updated;
  std::vector<Claim> claims;

  std::string_view name_of(const Claim& claim) const {
    return std::string_view(names).substr(claim.name_offset, claim.name_size);
  }
  // The article's own name; empty where the title is malformed.
  std::string_view name() const { return has_title ? name_of(claims.front()) : std::string_view{}; }
  const base::Code& code() const { return claims.front().code; }
};

// Drops prose claims whose name is no error, such as MAX_PATH: where `is_error(name)` is false, a single number is
// dropped, and a pair of numbers loses its name.
void drop_other_names(ArticleSummary& summary, const std::function<bool(std::string_view)>& is_error);

// What `article`, parsed from `source`, claims.
ArticleSummary summarise(const article::Article& article, std::string_view source, FileId file);

}  // namespace errpress::corpus
