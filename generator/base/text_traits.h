// Which kinds of characters a text contains, computed in one pass for all escapers. Most text contains nothing that an
// escaper has to change and is then appended unchanged; a page rendered for three targets is scanned once.
// Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/name.h"

namespace errpress::base {

// A set bit means that the text may have the trait, a clear bit that it does not.
using Traits = std::uint16_t;

namespace trait {
inline constexpr Traits kUnclean = 1 << 0;   // not clean (clean_text.h)
inline constexpr Traits kNotAscii = 1 << 1;  // a byte above 0x7F
inline constexpr Traits kOddStart = 1 << 2;  // is empty, begins with anything but a letter, or starts_module_line
inline constexpr Traits kOddEnd = 1 << 3;    // is empty or ends with anything but a letter, a digit or . , ; : ! ? )
inline constexpr Traits kOddDot = 1 << 4;    // '.' at the start of a word, or after a 'w'
inline constexpr Traits kOddColon = 1 << 5;  // ':' not followed by a space
inline constexpr Traits kOddUnderscore = 1 << 6;  // '_' not between two letters or digits
inline constexpr Traits kBang = 1 << 7;           // !
inline constexpr Traits kQuestion = 1 << 8;       // ?
inline constexpr Traits kHyphen = 1 << 9;         // -
inline constexpr Traits kQuote = 1 << 10;         // " '
inline constexpr Traits kAccent = 1 << 11;        // ` ^ ~
inline constexpr Traits kBackslash = 1 << 12;     // a backslash
inline constexpr Traits kSlash = 1 << 13;         // /
inline constexpr Traits kMarkup = 1 << 14;        // < > [ ] { } * | & # $ @ %
inline constexpr Traits kAny = 1 << 15;           // every text has it, even if the bit is clear
}  // namespace trait

inline constexpr Traits kNoTraits = 0;
inline constexpr Traits kUnknownTraits = 0xFFFF;
// The traits of a decimal or hexadecimal number.
inline constexpr Traits kNumberTraits = trait::kOddStart;

// Whether MDX reads a line that begins like `text` as JavaScript: it starts with the word `import` or `export`.
inline bool starts_module_line(std::string_view text) {
  if (text.size() < 6 || (text[0] != 'i' && text[0] != 'e')) return false;
  const std::string_view word = text.substr(0, 6);
  return (word == "import" || word == "export") && (text.size() == 6 || !is_letter(text[6]));
}

// A character and those adjacent to it; ' ' beyond the ends of the value.
struct Place {
  std::string_view text;
  std::size_t at;
  char before() const { return at > 0 ? text[at - 1] : ' '; }
  char after() const { return at + 1 < text.size() ? text[at + 1] : ' '; }
  bool last() const { return at + 1 == text.size(); }
};

// Exact: sets only the bits of traits that the text has.
Traits traits_of(std::string_view text);

}  // namespace errpress::base
