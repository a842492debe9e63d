// Source lines with underlined spans, as the text report shows them. Pure except for what a Source caches.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "report/palette.h"
#include "report/source_cache.h"

namespace errpress::report {

// The preferred maximum width of a report, in terminal columns.
inline constexpr std::uint32_t kReportWidth = 120;
// Places in one line share an excerpt if they and the text between them take at most this many columns.
inline constexpr std::uint32_t kSharedColumns = 96;

// A range of the source to underline. `severity` selects the colour of a primary mark.
struct Mark {
  base::Span span;
  bool primary = true;
  lint::Severity severity = lint::Severity::error;
  std::string label = {};  // printable; may be empty
};

// One line, or a window of a long line, with the parts of the marks that lie in it.
struct ExcerptLine {
  std::uint32_t number = 1;
  base::Span line;
  base::Span focus;
  std::vector<Mark> marks;
};

// The lines needed to show all marks, in order; a mark that covers more than three lines contributes its first and last
// line. A line appears twice if its marks are too far apart for one window. All marks must lie in `source`.
std::vector<ExcerptLine> plan_excerpt(const Source& source, const std::vector<Mark>& marks);

// The number of digits of the largest line number; 1 if there are no lines.
std::uint32_t gutter_digits(const std::vector<ExcerptLine>& lines);

// Appends an empty gutter line, then the lines with their underlines.
void append_excerpt(std::string& out, const Source& source, const std::vector<ExcerptLine>& lines, std::uint32_t digits,
                    const Palette& palette);

// Appends an empty gutter, wide enough for `digits` digits, and its separator: " |", without a trailing space.
void append_gutter(std::string& out, std::uint32_t digits, const Palette& palette);

}  // namespace errpress::report
