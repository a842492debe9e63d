// The rows below a source line: carets under what is marked, and labels beside or, where several share a row, below
// them. Pure, thread-safe.
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
  std::string_view style;  // a palette's
  std::string label;       // printable; may be empty
};

// What every row starts with, how its styles end, and how wide it should stay.
struct RowFrame {
  std::string_view prefix;
  std::string_view reset;
  std::uint32_t width = 0;  // without the prefix
};

// Appends the rows, each with its line end. Underlines that overlap stand in rows of their own, primary ones first.
// Quadratic in the number of underlines: callers keep it small.
void append_underlines(std::string& out, std::vector<Underline> underlines, const RowFrame& frame);

}  // namespace errpress::report
