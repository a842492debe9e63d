// Where the lines of a source begin, and from an offset back to line and column: used only when something is printed.
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

// The columns from one offset to another of the same line. An offset inside a code point has that code point's column.
std::uint32_t columns_between(std::string_view source, std::uint32_t from, std::uint32_t to);

class LineTable {
 public:
  // Keeps a view of `source`, which must outlive the table.
  explicit LineTable(std::string_view source);

  // What follows the last line end counts as a line, also when it is empty: "a\n" has two.
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
  // The line that holds an offset, from 1; logarithmic. An offset past the end is taken for the end.
  std::uint32_t line_of(std::uint32_t offset) const;
  // The same with its column.
  Position position(std::uint32_t offset) const;
  // The bytes of a line, numbered from 1, without its line end; for a line that is not there, the end of the source.
  Span line_span(std::uint32_t line) const;

 private:
  std::string_view source_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace errpress::base
