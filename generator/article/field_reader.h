// Fields, such as "Error Name: ERROR_A" and "Numeric Code: `5 (0x5)`": which items are any, and what they say of the
// article's own error. Used by the parser. Not thread-safe: one for each parsing.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "article/article.h"
#include "article/dialect.h"
#include "article/parser.h"

namespace errpress::article {

class FieldReader {
 public:
  // Keeps views of all three; adds to the article's mentions and field_name.
  FieldReader(std::string_view source, const Dialect& dialect, Article& article, Mentions mentions)
      : source_(source), dialect_(dialect), article_(article), mentions_(mentions) {}

  // Whether each item of the block has a field's label.
  bool are_all_fields(const Block& block) const;
  // Whether two of its items have the same label, or there are more than any error has.
  bool repeat_a_label(const Block& block) const;

  // Reads the item as a field of the article's own error; false where it is no field.
  bool read(const Item& item);

 private:
  std::string_view text(Span span) const { return span.of(source_); }
  std::span<const Item> items_of(const Block& block) const;
  void read_value(FieldKey key, Span value);
  void read_name_field(Span value);
  void read_code_field(Span value);
  std::uint32_t end_of_clause(Span span) const;
  void scan_code_field(Span value);
  void scan(Span span);

  std::string_view source_;
  const Dialect& dialect_;
  Article& article_;
  Mentions mentions_;
};

// The item without its marker.
inline Span with_label(const Item& item) {
  return {item.label.empty() ? item.text.begin : item.label.begin, item.text.end};
}

}  // namespace errpress::article
