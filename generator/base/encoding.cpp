// guess_encoding: tells the encodings apart in which editors save text.
#include <algorithm>
#include <cstddef>

#include "base/utf8.h"

namespace errpress::base {

namespace {

// How many bytes of a text are what.
struct ByteCounts {
  std::size_t nul_even = 0;  // at even offsets
  std::size_t nul_odd = 0;
  std::size_t control = 0;  // NUL included
  std::size_t invalid = 0;
  std::size_t encoded = 0;      // characters beyond ASCII in valid UTF-8
  std::size_t longest_run = 0;  // of invalid bytes
  bool undefined = false;       // a byte that Windows-1252 does not use
};

// Bytes without a character in Windows-1252
// (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT).
constexpr bool is_undefined(unsigned char byte) {
  return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
}

ByteCounts count_bytes(std::string_view text) {
  ByteCounts counts;
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (text[at] == '\0') ++(at % 2 == 0 ? counts.nul_even : counts.nul_odd);
    if (!point.valid) {
      ++counts.invalid;
      counts.undefined = counts.undefined || is_undefined(static_cast<unsigned char>(text[at]));
      counts.longest_run = std::max(counts.longest_run, ++run);
    } else {
      run = 0;
      if (is_control(point.value)) ++counts.control;
      if (point.value >= 0x80) ++counts.encoded;
    }
    at += point.size;
  }
  return counts;
}

}  // namespace

Encoding guess_encoding(std::string_view text) {
  constexpr std::size_t kLeastOdd = 4;    // bytes that make a text binary
  constexpr std::size_t kOddShare = 4;    // one in so many: compressed data and machine code have more
  constexpr std::size_t kLongestRun = 2;  // in Western European text, letters beyond ASCII seldom stand together
  if (text.starts_with("\xFF\xFE") && text.size() % 2 == 0) return Encoding::utf16_le;
  if (text.starts_with("\xFE\xFF") && text.size() % 2 == 0) return Encoding::utf16_be;
  const ByteCounts counts = count_bytes(text);
  if (text.size() % 2 == 0 && text.size() >= 8) {
    if (counts.nul_odd > text.size() / 4 && counts.nul_even == 0) return Encoding::utf16_le;
    if (counts.nul_even > text.size() / 4 && counts.nul_odd == 0) return Encoding::utf16_be;
  }
  const std::size_t odd = counts.control + counts.invalid;
  if (counts.control != 0 && odd >= kLeastOdd && odd * kOddShare > text.size()) return Encoding::binary;
  const bool western = counts.invalid != 0 && counts.encoded == 0 && counts.control == 0 && !counts.undefined &&
                       counts.longest_run <= kLongestRun;
  return western ? Encoding::windows_1252 : Encoding::utf8;
}

}  // namespace errpress::base
