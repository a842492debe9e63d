#include "report/excerpt.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/line_window.h"
#include "report/underlines.h"

namespace errpress::report {
namespace {

struct Piece {
  std::uint32_t line;
  Mark mark;
};

// Strips the line end, so that a mark over whole lines does not extend into the next line.
base::Span without_line_end(std::string_view bytes, base::Span span) {
  while (span.end > span.begin && (bytes[span.end - 1] == '\n' || bytes[span.end - 1] == '\r')) --span.end;
  return span;
}

base::Span intersection(base::Span a, base::Span b) {
  const std::uint32_t begin = std::clamp(a.begin, b.begin, b.end);
  return {begin, std::clamp(a.end, begin, b.end)};
}

// The part of a mark in one line. On continuation lines it starts after the indentation.
Mark part_in_line(const Source& source, const Mark& mark, std::uint32_t line) {
  Mark part = mark;
  const base::Span whole = source.line_span(line);
  part.span = intersection(mark.span, whole);
  if (mark.span.begin < whole.begin) {
    const std::size_t text = part.span.of(source.bytes()).find_first_not_of(" \t");
    if (text != std::string_view::npos) part.span.begin += static_cast<std::uint32_t>(text);
  }
  return part;
}

void add_pieces(const Source& source, const Mark& mark, std::vector<Piece>& pieces) {
  Mark trimmed = mark;
  trimmed.span = without_line_end(source.bytes(), mark.span);
  const std::uint32_t first = source.line_of(trimmed.span.begin);
  const std::uint32_t last = source.line_of(trimmed.span.end);
  const std::uint32_t step = last - first > 2 ? last - first : 1;
  for (std::uint32_t line = first; line <= last; line += step) {
    Piece piece = {line, part_in_line(source, trimmed, line)};
    if (line != last) piece.mark.label.clear();
    pieces.push_back(std::move(piece));
  }
}

bool shares_window(const Source& source, const ExcerptLine& line, base::Span span) {
  if (span.end <= line.focus.end) return true;
  const base::Span joined = {line.focus.begin, span.end};
  return base::count_columns(joined.of(source.bytes()), kSharedColumns) <= kSharedColumns;
}

std::string row_prefix(std::uint32_t digits, const Palette& palette) {
  std::string prefix;
  append_gutter(prefix, digits, palette);
  return prefix + ' ';
}

// The columns needed to the right of the last mark for its label.
std::uint32_t label_room(const ExcerptLine& line) {
  const std::string& label = line.marks.back().label;
  return label.empty() ? 0 : 1 + static_cast<std::uint32_t>(base::count_columns(label, kReportWidth));
}

void append_line(std::string& out, const Source& source, const ExcerptLine& line, std::uint32_t digits,
                 const Palette& palette) {
  const std::uint32_t width = kReportWidth - digits - 3;
  const LineWindow window(source.bytes(), line.line, line.focus, width, label_room(line));
  out += palette.frame;
  fmt::format_to(std::back_inserter(out), FMT_COMPILE("{:>{}} |"), line.number, digits);
  out += palette.reset;
  if (!window.text().empty()) out += ' ';
  out += window.text();
  out += '\n';
  std::vector<Underline> underlines;
  underlines.reserve(line.marks.size());
  for (const Mark& mark : line.marks) {
    const std::string_view style = mark.primary ? palette.of(mark.severity) : palette.frame;
    underlines.push_back({window.columns(mark.span), mark.primary, style, mark.label});
  }
  const std::string prefix = row_prefix(digits, palette);
  append_underlines(out, std::move(underlines), {prefix, palette.reset, width});
}

}  // namespace

std::vector<ExcerptLine> plan_excerpt(const Source& source, const std::vector<Mark>& marks) {
  std::vector<Piece> pieces;
  for (const Mark& mark : marks) add_pieces(source, mark, pieces);
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.line != b.line ? a.line < b.line : a.mark.span.begin < b.mark.span.begin;
  });
  std::vector<ExcerptLine> lines;
  for (Piece& piece : pieces) {
    const base::Span span = piece.mark.span;
    if (lines.empty() || lines.back().number != piece.line || !shares_window(source, lines.back(), span)) {
      lines.push_back({piece.line, source.line_span(piece.line), span, {}});
    }
    ExcerptLine& line = lines.back();
    line.focus.end = std::max(line.focus.end, span.end);
    line.marks.push_back(std::move(piece.mark));
  }
  return lines;
}

std::uint32_t gutter_digits(const std::vector<ExcerptLine>& lines) {
  std::uint32_t digits = 1;
  if (lines.empty()) return digits;
  for (std::uint32_t rest = lines.back().number; rest >= 10; rest /= 10) ++digits;
  return digits;
}

void append_gutter(std::string& out, std::uint32_t digits, const Palette& palette) {
  out += palette.frame;
  out.append(digits + 1, ' ');
  out += '|';
  out += palette.reset;
}

void append_excerpt(std::string& out, const Source& source, const std::vector<ExcerptLine>& lines, std::uint32_t digits,
                    const Palette& palette) {
  append_gutter(out, digits, palette);
  out += '\n';
  const ExcerptLine* before = nullptr;
  for (const ExcerptLine& line : lines) {
    if (before != nullptr && line.number > before->number + 1)
      fmt::format_to(std::back_inserter(out), "{}...{}\n", palette.frame, palette.reset);
    append_line(out, source, line, digits, palette);
    before = &line;
  }
}

}  // namespace errpress::report
