// Maps byte offsets of a source to lines and columns; used only when something is displayed.
// A line ends at LF, CR LF or a lone CR. Const after construction, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace errpress::base {

// Both count from 1; `column` is in code points (an invalid byte counts as one).
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// Returns the number of columns between two offsets of the same line. An offset inside a code point has the column of
// that code point.
std::uint32_t columns_between(std::string_view source, std::uint32_t from, std::uint32_t to);

class LineTable {
 public:
  // Keeps a view of `source`, which must outlive the table.
  explicit LineTable(std::string_view source);

  // The text after the last line end counts as a line even if it is empty: "a\n" has two lines.
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
  // Returns the line that contains an offset, counted from 1, in logarithmic time. An offset past the end counts as the
  // end.
  std::uint32_t line_of(std::uint32_t offset) const;
  // Returns the line and column of an offset.
  Position position(std::uint32_t offset) const;
  // Returns the span of a line (counted from 1) without its line end; if there is no such line, an empty span at the
  // end of the source.
  Span line_span(std::uint32_t line) const;

 private:
  std::string_view source_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace errpress::base
