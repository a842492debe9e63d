#include "article/markdown_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include "article/line_reader.h"
#include "base/name.h"

namespace errpress::article {

using base::Span;

namespace {

// The trimmed cells of a row that starts with '|'.
std::vector<Span> cells_of(std::string_view source, Span row) {
  std::vector<Span> cells;
  std::uint32_t begin = row.begin + 1;
  for (std::uint32_t at = begin; at <= row.end; ++at) {
    const bool bar = at < row.end && source[at] == '|' && source[at - 1] != '\\';
    if (!bar && at < row.end) continue;
    const Span cell = trim(source, {begin, at});
    if (bar || !cell.empty()) cells.push_back(cell);
    begin = at + 1;
  }
  return cells;
}

std::string_view without_emphasis(std::string_view cell) {
  while (!cell.empty() && std::string_view("`*").find(cell.front()) != std::string_view::npos) cell.remove_prefix(1);
  while (!cell.empty() && std::string_view("`*").find(cell.back()) != std::string_view::npos) cell.remove_suffix(1);
  return cell;
}

// Whether a cell is one word with a capital, as names of errors are, possibly linked.
bool is_name(std::string_view cell) {
  cell = without_emphasis(cell);
  if (cell.starts_with('[')) cell = without_emphasis(cell.substr(1, std::min(cell.find(']'), cell.size()) - 1));
  return !cell.empty() && cell.find(' ') == std::string_view::npos &&
         std::any_of(cell.begin(), cell.end(), base::is_upper) &&
         std::any_of(cell.begin(), cell.end(),
                     [](char c) { return c == '_' || base::is_digit(c) || base::is_upper(c); }) &&
         std::none_of(cell.begin(), cell.end(), base::is_lower);
}

bool is_code(std::string_view cell) {
  cell = without_emphasis(cell);
  if (cell.starts_with('-')) cell.remove_prefix(1);
  if (cell.starts_with("0x") || cell.starts_with("0X")) {
    cell.remove_prefix(2);
    return !cell.empty() && std::all_of(cell.begin(), cell.end(), base::is_hex_digit);
  }
  return !cell.empty() && std::all_of(cell.begin(), cell.end(), base::is_digit);
}

// Whether the header of a column says that its numbers are codes.
bool says_code(std::string_view cell) {
  constexpr std::array<std::string_view, 14> kWords = {"code",  "codes",       "value",    "decimal", "dec",
                                                       "hex",   "hexadecimal", "number",   "numeric", "constant",
                                                       "error", "hresult",     "ntstatus", "errno"};
  for (std::size_t at = 0; at < cell.size();) {
    const std::string_view word = cell.substr(at, base::name_prefix_size(cell.substr(at)));
    const auto same = [&](std::string_view known) { return base::equal_ignoring_case(known, word); };
    if (std::any_of(kWords.begin(), kWords.end(), same)) return true;
    at += std::max<std::size_t>(word.size(), 1);
  }
  return false;
}

class RowGatherer {
 public:
  RowGatherer(std::string_view source, GatheredText& out) : source_(source), out_(out) {}

  void add(Span cell) {
    for (std::uint32_t at = cell.begin; at < cell.end; ++at) out_.add(source_[at], at);
    end_ = std::max(end_, cell.end);
  }
  void mark(std::string_view mark, std::uint32_t source) {
    end_ = std::max(end_, source);
    for (const char c : mark) out_.add(c, end_);
  }

 private:
  std::string_view source_;
  GatheredText& out_;
  std::uint32_t end_ = 0;  // of what has been added
};

}  // namespace

bool is_table_rule(std::string_view line) {
  return line.starts_with('|') && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|:- \t") == std::string_view::npos;
}

void gather_row(std::string_view source, Span head, Span row, GatheredText& out) {
  const std::vector<Span> titles = head.empty() ? std::vector<Span>() : cells_of(source, head);
  const auto holds_codes = [&](std::size_t column) {
    return head.empty() || (column < titles.size() && says_code(titles[column].of(source)));
  };
  const std::vector<Span> cells = cells_of(source, row);
  if (cells.empty()) return;
  const auto text = [&](std::size_t i) { return cells[i].of(source); };
  RowGatherer gatherer(source, out);
  gatherer.mark("- ", cells[0].begin);
  gatherer.add(cells[0]);
  std::size_t next = 1;
  if (is_name(text(0))) {
    while (next < cells.size() && is_code(text(next)) && holds_codes(next)) {
      gatherer.mark(next == 1 ? " (" : ", ", cells[next - 1].end);
      gatherer.add(cells[next++]);
    }
    if (next > 1) gatherer.mark(")", cells[next - 1].end);
  }
  const bool labelled = next > 1 || cells.size() == 2;
  for (std::size_t i = next; i < cells.size(); ++i) {
    gatherer.mark(i == next && labelled ? ": " : " | ", cells[i - 1].end);
    gatherer.add(cells[i]);
  }
}

}  // namespace errpress::article
