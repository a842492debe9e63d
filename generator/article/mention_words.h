// The words by which prose joins a name and its code, or the two numbers of a code. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace errpress::article {

// In bytes: names and numbers further apart are not joined.
inline constexpr std::uint32_t kLongestBetween = 64;

// What stands between two numbers that mean one code.
struct Between {
  bool plain = true;      // nothing but connecting words and light punctuation
  bool hex_word = false;  // "hex", "hexadecimal"
  bool opens = false;     // ends in '('
};
Between read_between(std::string_view text);

// What stands between a name and a number behind it.
struct Link {
  bool plain = true;       // nothing but words that link the two, and the punctuation that does
  bool says_code = false;  // "code", "value": the number is the name's, not a count
  bool says_kind = false;  // "error", "hex"
  bool says_is = false;    // "is", "equals"
  bool has_words = false;
  bool has_sign = false;  // anything but words and blanks
  bool bracket = false;   // '('
  bool square = false;    // '['
};
Link read_link(std::string_view text);

// Whether a clause ends, or goes on with no more to say of it, directly behind a number, so that the number is not one
// of something: not "4 causes", "32-bit", "4, 5 or 6". `said_code`: it was called a code.
bool ends_clause(std::string_view rest, bool said_code);

// In any letter case: whether a word before a name makes what follows something else's ("the limit for NAME is 5"), and
// whether a word before a number makes it no code ("bit 31").
bool is_preposition(std::string_view word);
bool is_counted(std::string_view word);

}  // namespace errpress::article
