#include "base/punctuation.h"

#include "base/name.h"
#include "base/utf8.h"

namespace errpress::base {

bool is_punctuation(char32_t c) {
  if (c < 0x80) return c > ' ' && c != 0x7F && !is_name_char(static_cast<char>(c));
  const bool latin = c == 0xA0 || c == 0xAB || c == 0xB7 || c == 0xBB;
  const bool general = (c >= 0x2000 && c <= 0x206F) || c == 0xFEFF;
  const bool east_asian = c >= 0x3000 && c <= 0x303F;
  const bool wide = (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
                    (c >= 0xFF5B && c <= 0xFF65);
  return latin || general || east_asian || wide;
}

std::size_t punctuation_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    const bool blank = point.value == ' ' || point.value == '\t';
    if (!blank && !(point.valid && is_punctuation(point.value))) break;
    at += point.size;
  }
  return at;
}

}  // namespace errpress::base
