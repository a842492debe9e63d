// The rows below a source line: carets under the marked spans, with labels beside them or, if several share a row,
// below them. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/line_window.h"

namespace errpress::report {

struct Underline {
  Columns columns;
  bool primary = true;     // ^^^^ rather than ----
  std::string_view style;  // from a Palette
  std::string label;       // printable; may be empty
};

// The prefix of every row, the sequence that ends a style, and the preferred maximum width.
struct RowFrame {
  std::string_view prefix;
  std::string_view reset;
  std::uint32_t width = 0;  // in columns, without the prefix
};

// Appends the rows, each with its line end. Overlapping underlines go into separate rows, primary ones first. Quadratic
// in the number of underlines, which callers keep small.
void append_underlines(std::string& out, std::vector<Underline> underlines, const RowFrame& frame);

}  // namespace errpress::report
