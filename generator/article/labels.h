// The label of an item, as in "Label: text". Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "article/article.h"

namespace errpress::article {

// Where the colon of "Label: text" stands in an item: the first one, with a label of at most `max_size` bytes before
// it. Blanks between the two do not count, so that what is read does not depend on how many there are. Nothing where
// there is no such colon. Looks at `max_size` bytes and the blanks behind them.
std::optional<std::size_t> find_label_colon(std::string_view item, std::size_t max_size);

// The item's label and text, without its marker.
inline Span with_label(const Item& item) {
  return {item.label.empty() ? item.text.begin : item.label.begin, item.text.end};
}

}  // namespace errpress::article
