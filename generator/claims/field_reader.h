// Reads fields, such as "Error Name: ERROR_A" and "Numeric Code: `5 (0x5)`", which describe the article's own error.
// Used by collect. Not thread-safe: create one per article.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/dialect.h"
#include "base/code_text.h"
#include "claims/claim.h"
#include "claims/prose_reader.h"

namespace errpress::claims {

using base::Span;

class FieldReader {
 public:
  // Keeps references to its arguments. Adds to `claims`, and passes text that is not a code to `prose`.
  FieldReader(const article::Article& article, std::string_view source, const article::Dialect& dialect,
              const Names& names, ProseReader& prose, std::vector<Claim>& claims)
      : article_(article), source_(source), dialect_(dialect), names_(names), prose_(prose), claims_(claims) {}

  // Whether two of the items have the same label, or there are too many to describe one error.
  bool repeat_a_label(std::span<const article::Item> items) const;

  // Whether a field gives the name of the article's title.
  bool name_own_error(std::span<const article::Item> items) const;

  // Reads the item as a field of the article's own error; returns false if it is not a field.
  bool read(const article::Item& item);

  // The value of an "Error Name:" field: the first that differs from the title's name, if one does; empty if no field
  // holds a name.
  Span name() const { return name_; }

 private:
  std::string_view text(Span span) const { return span.of(source_); }
  void read_value(article::FieldKey key, Span value);
  void read_name_field(Span value);
  void read_code_field(Span value, base::Expected expected);
  void read_unclear_code_field(Span value);
  bool names_another(Span value) const;
  std::uint32_t end_of_clause(Span span) const;

  const article::Article& article_;
  std::string_view source_;
  const article::Dialect& dialect_;
  const Names& names_;
  ProseReader& prose_;
  std::vector<Claim>& claims_;
  Span name_;
};

}  // namespace errpress::claims
