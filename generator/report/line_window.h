// The part of one source line that an excerpt shows, made printable, with the terminal columns of its characters. The
// cost depends on the width of the window, not on the length of the line. A value type.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/printable.h"
#include "base/span.h"

namespace errpress::report {

// A half-open range of terminal columns, counted from 0 at the window's left edge.
struct Columns {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class LineWindow {
 public:
  // Takes at most `width` columns (20 or more) of `line` around `focus`, which must begin in the line; text omitted on
  // either side is shown as "…". A line that fits is taken whole; otherwise the window leaves `room` columns to the
  // right of the focus for a label, if possible.
  LineWindow(std::string_view source, base::Span line, base::Span focus, std::uint32_t width, std::uint32_t room = 0);

  const std::string& text() const { return text_; }
  // The columns of the visible part of `span`; never empty, so that there is room for a caret.
  Columns columns(base::Span span) const;

 private:
  struct Cell {
    std::uint32_t offset;
    std::uint32_t column;
    base::Glyph glyph;
  };
  // The cells [first, last), and whether text is omitted on either side.
  struct Cut {
    std::size_t first;
    std::size_t last;
    bool more_before;
    bool more_after;
  };

  void read_cells(std::string_view source, base::Span line, base::Span focus, std::uint32_t width);
  Cut choose_cut(base::Span line, base::Span focus, std::uint32_t width, std::uint32_t room) const;
  void append_cells(std::string_view source);
  void make_text(std::string_view source, const Cut& cut);
  std::size_t cell_at(std::uint32_t offset) const;

  std::string text_;
  std::vector<Cell> cells_;  // followed by an empty end cell
};

}  // namespace errpress::report
