// What one look at a text tells every escaper: which kinds of characters are in it. Most text has none that an escaper
// cares about, and is then appended as it stands; a page that is printed by three targets is looked at once.
// Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/name.h"

namespace errpress::base {

// A set bit says that the text may have the trait, a clear one that it surely has not.
using Traits = std::uint16_t;

namespace trait {
inline constexpr Traits kUnclean = 1 << 0;   // not as clean_text.h wants it
inline constexpr Traits kNotAscii = 1 << 1;  // a byte above 0x7F
inline constexpr Traits kOddStart = 1 << 2;  // is empty, begins with anything but a letter, or starts_module_line
inline constexpr Traits kOddEnd = 1 << 3;    // is empty or ends with anything but a letter, a digit or . , ; : ! ? )
inline constexpr Traits kOddDot = 1 << 4;    // '.' at the start of a word, or behind a 'w'
inline constexpr Traits kOddColon = 1 << 5;  // ':' that no space follows
inline constexpr Traits kOddUnderscore = 1 << 6;  // '_' that does not stand between two letters or digits
inline constexpr Traits kBang = 1 << 7;           // !
inline constexpr Traits kQuestion = 1 << 8;       // ?
inline constexpr Traits kHyphen = 1 << 9;         // -
inline constexpr Traits kQuote = 1 << 10;         // " '
inline constexpr Traits kAccent = 1 << 11;        // ` ^ ~
inline constexpr Traits kBackslash = 1 << 12;     // a backslash
inline constexpr Traits kSlash = 1 << 13;         // /
inline constexpr Traits kMarkup = 1 << 14;        // < > [ ] { } * | & # $ @ %
inline constexpr Traits kAny = 1 << 15;           // every text has it, whether or not its value says so
}  // namespace trait

inline constexpr Traits kNoTraits = 0;
inline constexpr Traits kUnknownTraits = 0xFFFF;
// Those of the digits of a number, also of a hexadecimal one.
inline constexpr Traits kNumberTraits = trait::kOddStart;

// Whether a line that begins so is JavaScript to MDX: the word `import` or `export`, whatever comes behind it.
inline bool starts_module_line(std::string_view text) {
  if (text.size() < 6 || (text[0] != 'i' && text[0] != 'e')) return false;
  const std::string_view word = text.substr(0, 6);
  return (word == "import" || word == "export") && (text.size() == 6 || !is_letter(text[6]));
}

// What stands around a character; ' ' beyond the value.
struct Place {
  std::string_view text;
  std::size_t at;
  char before() const { return at > 0 ? text[at - 1] : ' '; }
  char after() const { return at + 1 < text.size() ? text[at + 1] : ' '; }
  bool last() const { return at + 1 == text.size(); }
};

// Exact: no bit is set without need.
Traits traits_of(std::string_view text);

}  // namespace errpress::base
