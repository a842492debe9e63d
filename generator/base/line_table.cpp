#include "base/line_table.h"

#include <algorithm>

#include "base/printable.h"
#include "base/utf8.h"

namespace errpress::base {

namespace {

constexpr std::string_view kLineEnds = "\r\n";

std::uint32_t to_offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

}  // namespace

std::uint32_t columns_between(std::string_view source, std::uint32_t from, std::uint32_t to) {
  std::uint32_t columns = 0;
  while (from < to) {
    const auto ascii_end = to_offset(printable_ascii_end(source.substr(0, to), from));
    columns += ascii_end - from;
    from = ascii_end;
    if (from == to) break;
    from += decode(source, from).size;
    if (from <= to) ++columns;
  }
  return columns;
}

LineTable::LineTable(std::string_view source) : source_(source) {
  starts_.push_back(0);
  if (source.find('\r') == std::string_view::npos) {
    for (std::size_t at = source.find('\n'); at != std::string_view::npos; at = source.find('\n', at + 1)) {
      starts_.push_back(to_offset(at + 1));
    }
    return;
  }
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] != '\n' && source[at] != '\r') continue;
    if (source.substr(at, 2) == kLineEnds) ++at;
    starts_.push_back(to_offset(at + 1));
  }
}

std::uint32_t LineTable::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(after - starts_.begin());
}

Position LineTable::position(std::uint32_t offset) const {
  offset = std::min(offset, to_offset(source_.size()));
  const std::uint32_t line = line_of(offset);
  return {line, 1 + columns_between(source_, starts_[line - 1], offset)};
}

Span LineTable::line_span(std::uint32_t line) const {
  const std::uint32_t size = to_offset(source_.size());
  if (line == 0 || line > line_count()) return {size, size};
  const std::uint32_t begin = starts_[line - 1];
  std::uint32_t end = line < line_count() ? starts_[line] : size;
  if (line < line_count()) end -= source_.substr(begin, end - begin).ends_with(kLineEnds) ? 2u : 1u;
  return {begin, end};
}

}  // namespace errpress::base
