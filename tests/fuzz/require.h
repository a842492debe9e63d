// What the fuzz targets share: a property that does not hold ends the program with its words, so that libFuzzer keeps
// the input; and what holds of every Error of a reader. Header only, no state.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/result.h"

namespace errpress::fuzz {

inline void require(bool holds, std::string_view property) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(property.size()), property.data());
  std::abort();
}

// Whether `part` is empty or lies inside `whole`, as memory.
inline bool is_inside(std::string_view part, std::string_view whole) {
  return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

// What ends a line for a reader: LF alone in YAML, CR and CR LF too in the rest.
inline constexpr std::string_view kLineFeed = "\n";
inline constexpr std::string_view kAnyLineEnd = "\r\n";

// An error says something, and its place is inside the text that it is about (a last line without a line end counts,
// and so does the place behind the last byte).
inline void require_sound(const base::Error& error, std::string_view text, std::string_view line_ends = kLineFeed) {
  require(!error.message.empty(), "an error has a message");
  require(error.line != 0 || error.column == 0, "an error with a column has a line");
  if (error.line == 0) return;
  std::string_view rest = text;
  for (std::uint32_t line = 1; line < error.line; ++line) {
    const std::size_t end = std::min(rest.find_first_of(line_ends), rest.size());
    require(end < rest.size(), "an error's line is inside the text");
    rest.remove_prefix(end + (rest.substr(end).starts_with("\r\n") ? 2 : 1));
  }
  const std::size_t size = std::min(rest.find_first_of(line_ends), rest.size());
  require(error.column <= size + 1, "an error's column is inside its line");
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace errpress::fuzz
