// Recognises and reads fields, such as "Error Name: ERROR_A" and "Numeric Code: `5 (0x5)`", which describe the
// article's own error. Used by the parser. Not thread-safe: create one per parse.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "article/article.h"
#include "article/dialect.h"
#include "article/parser.h"

namespace errpress::article {

class FieldReader {
 public:
  // Keeps references to its arguments. Adds to the article's mentions and sets its field_name.
  FieldReader(std::string_view source, const Dialect& dialect, Article& article, Mentions mentions)
      : source_(source), dialect_(dialect), article_(article), mentions_(mentions) {}

  // Whether every item of the block has the label of a field.
  bool are_all_fields(const Block& block) const;
  // Whether two of its items have the same label, or there are too many to describe one error.
  bool repeat_a_label(const Block& block) const;

  // Reads the item as a field of the article's own error; returns false if it is not a field.
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

// Where the colon of "Label: text" stands in an item: the first one, with a label of at most `max_size` bytes before
// it. Blanks between the two do not count, so that what is read does not depend on how many there are. Nothing where
// there is no such colon. Looks at `max_size` bytes and the blanks behind them.
std::optional<std::size_t> find_label_colon(std::string_view item, std::size_t max_size);

// The item's label and text, without its marker.
inline Span with_label(const Item& item) {
  return {item.label.empty() ? item.text.begin : item.label.begin, item.text.end};
}

}  // namespace errpress::article
