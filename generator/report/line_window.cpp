#include "report/line_window.h"

#include <algorithm>

namespace errpress::report {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::uint32_t kEllipsisColumns = 1;
// The window starts at the start of the line if that leaves this many columns to the right of the focus.
constexpr std::uint32_t kRightRoom = 16;
// Bytes read per column: four for any code point, doubled to allow for characters of zero width.
constexpr std::uint32_t kBytesPerColumn = 8;

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Where to start reading `line` so that `focus` is reached after about `reach` bytes at most.
std::uint32_t start_near(std::string_view source, base::Span line, std::uint32_t focus, std::uint32_t reach) {
  if (focus - line.begin <= reach) return line.begin;
  std::uint32_t start = focus - reach;
  for (int i = 0; i < 3 && is_continuation(source[start]); ++i) ++start;
  return start;
}

base::Span within(base::Span span, base::Span line) {
  span.begin = std::clamp(span.begin, line.begin, line.end);
  span.end = std::clamp(span.end, span.begin, line.end);
  return span;
}

// The part of `line` that is read: the window lies in it.
base::Span part_around(std::string_view source, base::Span line, std::uint32_t focus, std::uint32_t width) {
  const std::uint32_t reach = width * kBytesPerColumn;
  const std::uint32_t end = line.end - focus <= reach ? line.end : focus + reach;
  return {start_near(source, line, focus, reach), end};
}

}  // namespace

LineWindow::Glyphs::Glyphs(std::string_view source, base::Span part, std::uint32_t line_end) {
  const std::string_view text = source.substr(0, line_end);
  std::uint32_t at = part.begin;
  std::uint32_t column = 0;
  while (at < part.end) {
    const auto ascii_end = static_cast<std::uint32_t>(base::printable_ascii_end(text.substr(0, part.end), at));
    if (ascii_end > at) runs_.push_back({at, column, true});
    column += ascii_end - at;
    at = ascii_end;
    if (at == part.end) break;
    const base::Glyph glyph = base::read_glyph(text, at);
    runs_.push_back({at, column, false, glyph});
    at += glyph.size;
    column += glyph.columns;
  }
  runs_.push_back({at, column, false});
}

const LineWindow::Glyphs::Run& LineWindow::Glyphs::run_at(std::uint32_t offset) const {
  const auto after = std::upper_bound(runs_.begin() + 1, runs_.end(), offset,
                                      [](std::uint32_t value, const Run& run) { return value < run.offset; });
  return *std::prev(after);
}

std::uint32_t LineWindow::Glyphs::at(std::uint32_t offset) const {
  const Run& run = run_at(offset);
  return run.ascii ? std::max(offset, run.offset) : run.offset;
}

std::uint32_t LineWindow::Glyphs::after(std::uint32_t glyph) const {
  const Run& run = run_at(glyph);
  return glyph + (run.ascii ? 1U : run.glyph.size);
}

std::uint32_t LineWindow::Glyphs::column(std::uint32_t glyph) const {
  const Run& run = run_at(glyph);
  return run.column + glyph - run.offset;
}

bool LineWindow::Glyphs::combines(std::uint32_t glyph) const {
  const Run& run = run_at(glyph);
  return !run.ascii && run.glyph.columns == 0;
}

std::uint32_t LineWindow::Glyphs::first_from(std::uint32_t column) const {
  const auto right = std::lower_bound(runs_.begin(), runs_.end(), column,
                                      [](const Run& run, std::uint32_t value) { return run.column < value; });
  if (right == runs_.begin()) return begin();
  const Run& left = *std::prev(right);
  const std::uint32_t offset = left.offset + (column - left.column);
  return left.ascii && (right == runs_.end() || offset < right->offset) ? offset : right->offset;
}

std::uint32_t LineWindow::Glyphs::last_until(std::uint32_t column) const {
  const auto after = std::upper_bound(runs_.begin() + 1, runs_.end(), column,
                                      [](std::uint32_t value, const Run& run) { return value < run.column; });
  const Run& run = *std::prev(after);
  return run.ascii ? run.offset + (column - run.column) : run.offset;
}

void LineWindow::Glyphs::append(std::string& out, std::string_view source, std::uint32_t first,
                                std::uint32_t last) const {
  for (const Run* run = &run_at(first); first < last; ++run) {
    const std::uint32_t end = std::min(last, run[1].offset);
    if (run->ascii) {
      out.append(source, first, end - first);
    } else {
      base::append_glyph(out, source, first, run->glyph);
    }
    first = end;
  }
}

LineWindow::LineWindow(std::string_view source, base::Span line, base::Span focus, std::uint32_t width,
                       std::uint32_t room)
    : glyphs_(source, part_around(source, line, within(focus, line).begin, width), line.end),
      cut_(choose_cut(line, within(focus, line), width, room)) {
  if (cut_.more_before) text_ += kEllipsis;
  glyphs_.append(text_, source, cut_.first, cut_.last);
  if (cut_.more_after) text_ += kEllipsis;
}

LineWindow::Cut LineWindow::choose_cut(base::Span line, base::Span focus, std::uint32_t width,
                                       std::uint32_t room) const {
  const bool from_start = glyphs_.begin() == line.begin;
  const bool to_end = glyphs_.end() >= line.end;
  const std::uint32_t columns = glyphs_.column(glyphs_.end());
  if (from_start && to_end && columns <= width) return {glyphs_.begin(), glyphs_.end(), false, false};

  const std::uint32_t focus_first = glyphs_.at(focus.begin);
  const std::uint32_t focus_begin = glyphs_.column(focus_first);
  const std::uint32_t focus_end = glyphs_.column(glyphs_.at(focus.end));
  if (from_start && focus_end + std::max(room, kRightRoom) <= width) {
    return {glyphs_.begin(), glyphs_.last_until(width - kEllipsisColumns), false, true};
  }
  const std::uint32_t inner = width - 2 * kEllipsisColumns;
  const std::uint32_t free = inner - std::min(inner, focus_end - focus_begin);
  std::uint32_t left_room = free / 3;
  if (to_end && columns - focus_begin + left_room < inner) left_room = inner - (columns - focus_begin);
  left_room = std::min(left_room, free - std::min(free, room));
  std::uint32_t first = glyphs_.first_from(focus_begin - std::min(focus_begin, left_room));
  while (first < focus_first && glyphs_.combines(first)) first = glyphs_.after(first);  // marks whose base is cut off
  const bool more_before = first > glyphs_.begin() || !from_start;
  const std::uint32_t last = std::max(first, glyphs_.last_until(glyphs_.column(first) + inner));
  return {first, last, more_before, last < glyphs_.end() || !to_end};
}

std::uint32_t LineWindow::column(std::uint32_t glyph) const {
  return glyphs_.column(glyph) - glyphs_.column(cut_.first) + (cut_.more_before ? kEllipsisColumns : 0);
}

Columns LineWindow::columns(base::Span span) const {
  const auto shown = [&](std::uint32_t offset) { return std::clamp(glyphs_.at(offset), cut_.first, cut_.last); };
  const std::uint32_t first = shown(span.begin);
  std::uint32_t last = shown(span.end);
  if (span.end > last && last < cut_.last) last = glyphs_.after(last);  // the span ends inside a code point
  Columns columns = {column(first), column(std::max(first, last))};
  if (columns.end > columns.begin) return columns;
  if (!span.empty() && columns.begin > 0 && first < cut_.last)
    --columns.begin;  // combining marks only: underline their base
  columns.end = columns.begin + 1;
  return columns;
}

}  // namespace errpress::report
