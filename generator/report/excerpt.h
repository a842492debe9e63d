// Source lines with what is marked in them, as the text report shows them. Pure but for the source's own bookkeeping.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "report/palette.h"
#include "report/source_cache.h"

namespace errpress::report {

// Reports stay this wide where they can.
inline constexpr std::uint32_t kReportWidth = 120;
// Places in one line that are this far apart at most, the text between them included, share an excerpt.
inline constexpr std::uint32_t kSharedColumns = 96;

// A range of the source to underline. `severity` colours a primary mark.
struct Mark {
  base::Span span;
  bool primary = true;
  lint::Severity severity = lint::Severity::error;
  std::string label = {};  // printable; may be empty
};

// One shown line, or a window of a long one, with its pieces of marks.
struct ExcerptLine {
  std::uint32_t number = 1;
  base::Span line;
  base::Span focus;
  std::vector<Mark> marks;
};

// The lines that show all marks, in order; of a mark over more than three lines the first and the last. A line appears
// twice where its marks are too far apart for one window. All marks must lie in `source`.
std::vector<ExcerptLine> plan_excerpt(const Source& source, const std::vector<Mark>& marks);

// How many digits the greatest line number has; 1 for no lines.
std::uint32_t gutter_digits(const std::vector<ExcerptLine>& lines);

// Appends the lines with their underlines, and an empty gutter line before them.
void append_excerpt(std::string& out, const Source& source, const std::vector<ExcerptLine>& lines, std::uint32_t digits,
                    const Palette& palette);

// Appends what separates the gutter of `digits` digits from the text: "   |", without a space after it.
void append_gutter(std::string& out, std::uint32_t digits, const Palette& palette);

}  // namespace errpress::report
