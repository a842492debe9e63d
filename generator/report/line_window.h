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
  // The characters of a part of a line with their terminal columns. A character is named by the offset of its first
  // byte; the end of the part counts as an empty character. Offsets outside the part count as its begin or end.
  class Glyphs {
   public:
    // Reads `part` of a line that ends at `line_end`.
    Glyphs(std::string_view source, base::Span part, std::uint32_t line_end);

    std::uint32_t begin() const { return runs_.front().offset; }
    std::uint32_t end() const { return runs_.back().offset; }
    // The character that `offset` lies in, and the one behind it.
    std::uint32_t at(std::uint32_t offset) const;
    std::uint32_t after(std::uint32_t glyph) const;
    std::uint32_t column(std::uint32_t glyph) const;
    bool combines(std::uint32_t glyph) const;
    // The first character at or right of `column`, and the last one at or left of it.
    std::uint32_t first_from(std::uint32_t column) const;
    std::uint32_t last_until(std::uint32_t column) const;
    // Appends the printable text of [first, last).
    void append(std::string& out, std::string_view source, std::uint32_t first, std::uint32_t last) const;

   private:
    // Printable ASCII, in which each byte is a character of one column, or a single other character.
    struct Run {
      std::uint32_t offset;
      std::uint32_t column;
      bool ascii;
      base::Glyph glyph = {.columns = 0};
    };

    const Run& run_at(std::uint32_t offset) const;

    std::vector<Run> runs_;  // followed by an empty one
  };
  // The characters [first, last) are shown, and whether text is omitted on either side.
  struct Cut {
    std::uint32_t first;
    std::uint32_t last;
    bool more_before;
    bool more_after;
  };

  Cut choose_cut(base::Span line, base::Span focus, std::uint32_t width, std::uint32_t room) const;
  // The column of a character in the window.
  std::uint32_t column(std::uint32_t glyph) const;

  std::string text_;
  Glyphs glyphs_;
  Cut cut_;
};

}  // namespace errpress::report
