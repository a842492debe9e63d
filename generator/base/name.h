// Names of errors in articles and registries: [A-Za-z][A-Za-z0-9_]*, at most 200 bytes.
// Only a name of this form may become part of a file name. Pure functions, thread-safe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace errpress::base {

inline constexpr std::size_t kMaxNameSize = 200;

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_hex_digit(char c) { return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }
constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_name_char(char c) { return is_upper(c) || is_lower(c) || is_digit(c) || c == '_'; }

// Whether the whole of `word` is a valid name.
bool is_name(std::string_view word);

// Whether `word` is a valid name that looks like the name of an error: it has no lower-case letter and at least one
// underscore.
bool looks_like_error_name(std::string_view word);

// Whether two words are equal ignoring case (ASCII only).
inline bool equal_ignoring_case(std::string_view a, std::string_view b) {
  // Compares from the end: names often share a prefix and differ in their last characters.
  return a.size() == b.size() &&
         std::equal(a.rbegin(), a.rend(), b.rbegin(), [](char x, char y) { return to_upper(x) == to_upper(y); });
}

// The size in bytes of the run of name characters at the start of `text`; 0 if `text` does not start with a letter.
std::size_t name_prefix_size(std::string_view text);

}  // namespace errpress::base
