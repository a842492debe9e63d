#include "report/underlines.h"

#include <algorithm>

#include "base/printable.h"

namespace errpress::report {
namespace {

using Row = std::vector<const Underline*>;  // ordered by column, not overlapping

bool overlaps(const Underline& a, const Underline& b) {
  return a.columns.begin < b.columns.end && b.columns.begin < a.columns.end;
}

bool comes_first(const Underline& a, const Underline& b) {
  if (a.primary != b.primary) return a.primary;
  if (a.columns.begin != b.columns.begin) return a.columns.begin < b.columns.begin;
  return a.columns.end > b.columns.end;
}

std::vector<Row> assign_rows(const std::vector<Underline>& underlines) {
  std::vector<Row> rows;
  for (const Underline& underline : underlines) {
    const auto has_room = [&](const Row& row) {
      return std::none_of(row.begin(), row.end(), [&](const Underline* other) { return overlaps(*other, underline); });
    };
    const auto row = std::find_if(rows.begin(), rows.end(), has_room);
    (row == rows.end() ? rows.emplace_back() : *row).push_back(&underline);
  }
  for (Row& row : rows) {
    std::sort(row.begin(), row.end(),
              [](const Underline* a, const Underline* b) { return a->columns.begin < b->columns.begin; });
  }
  return rows;
}

// Writes one row as styled pieces from left to right. All pieces but the last must be ASCII.
class RowWriter {
 public:
  RowWriter(std::string& out, const RowFrame& frame) : out_(out), frame_(frame) { out_ += frame.prefix; }
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;

  void put(std::uint32_t column, std::string_view text, std::string_view style) {
    out_.append(column - column_, ' ');
    out_ += style;
    out_ += text;
    if (!style.empty()) out_ += frame_.reset;
    column_ = column + static_cast<std::uint32_t>(text.size());
  }

  void end() { out_ += '\n'; }

 private:
  std::string& out_;
  const RowFrame& frame_;
  std::uint32_t column_ = 0;
};

bool label_fits(const Underline& underline, std::uint32_t column, const RowFrame& frame) {
  return column + base::count_columns(underline.label) <= frame.width;
}

// Whether the label of a row's last underline goes beside it rather than below it.
bool label_beside(const Underline& underline, const RowFrame& frame) {
  if (underline.label.empty()) return false;
  return label_fits(underline, underline.columns.end + 1, frame) ||
         !label_fits(underline, underline.columns.begin, frame);
}

void append_row(std::string& out, const Row& row, const RowFrame& frame) {
  const bool beside = label_beside(*row.back(), frame);
  {
    RowWriter writer(out, frame);
    for (const Underline* underline : row) {
      const std::uint32_t size = underline->columns.end - underline->columns.begin;
      writer.put(underline->columns.begin, std::string(size, underline->primary ? '^' : '-'), underline->style);
    }
    if (beside) writer.put(row.back()->columns.end + 1, row.back()->label, row.back()->style);
    writer.end();
  }
  Row hanging = row;
  if (beside) hanging.pop_back();
  std::erase_if(hanging, [](const Underline* underline) { return underline->label.empty(); });
  if (hanging.empty()) return;
  const auto put_bars = [&](RowWriter& writer) {
    for (const Underline* underline : hanging) writer.put(underline->columns.begin, "|", underline->style);
  };
  {
    RowWriter writer(out, frame);
    put_bars(writer);
    writer.end();
  }
  while (!hanging.empty()) {
    const Underline* last = hanging.back();
    hanging.pop_back();
    RowWriter writer(out, frame);
    put_bars(writer);
    writer.put(last->columns.begin, last->label, last->style);
    writer.end();
  }
}

}  // namespace

void append_underlines(std::string& out, std::vector<Underline> underlines, const RowFrame& frame) {
  std::stable_sort(underlines.begin(), underlines.end(), comes_first);
  for (const Row& row : assign_rows(underlines)) append_row(out, row, frame);
}

}  // namespace errpress::report
