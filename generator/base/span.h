// A half-open range of byte offsets into one source file: [begin, end).
// Every node, fact and diagnostic has one; lines and columns are computed only when displayed (line_table.h).
#pragma once

#include <cstdint>
#include <string_view>

namespace errpress::base {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  // The bytes that the span covers; `source` must be the text that the span was made for.
  constexpr std::string_view of(std::string_view source) const { return source.substr(begin, end - begin); }

  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace errpress::base
