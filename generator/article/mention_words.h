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
  bool says_code = false;  // "code", "value", "is": the number is the name's, not a count
  bool has_words = false;
  bool opens = false;  // ends in '('
};
Link read_link(std::string_view text);

// Whether a number behind this word is a code ("error 4"), in any letter case.
bool is_error_word(std::string_view word);

}  // namespace errpress::article
