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

}  // namespace

LineWindow::LineWindow(std::string_view source, base::Span line, base::Span focus, std::uint32_t width,
                       std::uint32_t room) {
  focus.begin = std::clamp(focus.begin, line.begin, line.end);
  focus.end = std::clamp(focus.end, focus.begin, line.end);
  read_cells(source, line, focus, width);
  make_text(source, choose_cut(line, focus, width, room));
}

void LineWindow::read_cells(std::string_view source, base::Span line, base::Span focus, std::uint32_t width) {
  const std::uint32_t reach = width * kBytesPerColumn;
  std::uint32_t at = start_near(source, line, focus.begin, reach);
  const std::uint32_t stop = line.end - focus.begin <= reach ? line.end : focus.begin + reach;
  std::uint32_t column = 0;
  const std::string_view text = source.substr(0, line.end);
  cells_.reserve(stop - at + std::size_t{1});
  while (at < stop) {
    const base::Glyph glyph = base::read_glyph(text, at);
    cells_.push_back({at, column, glyph});
    at += glyph.size;
    column += glyph.columns;
  }
  cells_.push_back({at, column, {.columns = 0}});
}

// The first cell that ends after `offset`.
std::size_t LineWindow::cell_at(std::uint32_t offset) const {
  const auto after = std::upper_bound(cells_.begin(), cells_.end(), offset,
                                      [](std::uint32_t value, const Cell& cell) { return value < cell.offset; });
  return after == cells_.begin() ? 0 : static_cast<std::size_t>(after - cells_.begin()) - 1;
}

LineWindow::Cut LineWindow::choose_cut(base::Span line, base::Span focus, std::uint32_t width,
                                       std::uint32_t room) const {
  const std::size_t end = cells_.size() - 1;
  const bool from_start = cells_.front().offset == line.begin;
  const bool to_end = cells_.back().offset >= line.end;
  const auto column = [&](std::size_t cell) { return cells_[cell].column; };
  const auto last_within = [&](std::uint32_t limit) {  // the end of the cells that fit left of column `limit`
    std::size_t last = end;
    while (last > 0 && column(last) > limit) --last;
    return last;
  };
  if (from_start && to_end && column(end) <= width) return {0, end, false, false};

  const std::size_t focus_first = cell_at(focus.begin);
  const std::size_t focus_last = cell_at(focus.end);
  if (from_start && column(focus_last) + std::max(room, kRightRoom) <= width) {
    return {0, last_within(width - kEllipsisColumns), false, true};
  }
  const std::uint32_t inner = width - 2 * kEllipsisColumns;
  const std::uint32_t free = inner - std::min(inner, column(focus_last) - column(focus_first));
  std::uint32_t left_room = free / 3;
  if (to_end && column(end) - column(focus_first) + left_room < inner) {
    left_room = inner - (column(end) - column(focus_first));
  }
  left_room = std::min(left_room, free - std::min(free, room));
  std::size_t first = focus_first;
  while (first > 0 && column(focus_first) - column(first - 1) <= left_room) --first;
  while (first < focus_first && cells_[first].glyph.columns == 0) ++first;  // combining marks whose base is cut off
  const bool more_before = first > 0 || !from_start;
  const std::size_t last = last_within(column(first) + inner);
  return {first, std::max(last, first), more_before, last < end || !to_end};
}

void LineWindow::make_text(std::string_view source, const Cut& cut) {
  cells_.erase(cells_.begin() + static_cast<std::ptrdiff_t>(cut.last) + 1, cells_.end());
  cells_.erase(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(cut.first));
  const std::uint32_t removed = cells_.front().column;
  const std::uint32_t added = cut.more_before ? kEllipsisColumns : 0;
  if (cut.more_before) text_ += kEllipsis;
  for (Cell& cell : cells_) cell.column = cell.column - removed + added;
  append_cells(source);
  if (cut.more_after) text_ += kEllipsis;
}

// Appends the text of all cells but the last, which is the end. Runs of plain characters are appended at once.
void LineWindow::append_cells(std::string_view source) {
  const auto is_plain = [](const Cell& cell) { return cell.glyph.form == base::Glyph::Form::plain; };
  const auto end = cells_.end() - 1;
  for (auto cell = cells_.begin(); cell != end;) {
    const auto other = std::find_if_not(cell, end, is_plain);
    text_.append(source, cell->offset, other->offset - cell->offset);
    cell = other;
    if (cell == end) return;
    base::append_glyph(text_, source, cell->offset, cell->glyph);
    ++cell;
  }
}

Columns LineWindow::columns(base::Span span) const {
  const std::size_t first = cell_at(span.begin);
  std::size_t last = cell_at(span.end);
  if (span.end > cells_[last].offset && last + 1 < cells_.size()) ++last;  // the span ends inside a code point
  Columns columns = {cells_[first].column, cells_[std::max(first, last)].column};
  if (columns.end > columns.begin) return columns;
  if (!span.empty() && columns.begin > 0 && first + 1 < cells_.size())
    --columns.begin;  // combining marks only: underline their base
  columns.end = columns.begin + 1;
  return columns;
}

}  // namespace errpress::report
