// Decodes UTF-8 (RFC 3629) and finds what in a file is not plain text. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace errpress::base {

inline constexpr char32_t kReplacement = 0xFFFD;

// `size` is 1 to 4 bytes. The first byte of an invalid or truncated sequence is decoded as kReplacement, with size 1
// and `valid` false.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;
  bool valid = true;
};

// Decodes the code point at `text[at]`; `at` must be less than text.size().
CodePoint decode(std::string_view text, std::size_t at);

// Appends a Unicode scalar value encoded as UTF-8.
void append_utf8(std::string& out, char32_t value);

std::size_t count_code_points(std::string_view text);

// C0 except TAB, LF and CR; DEL; C1.
constexpr bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

// One kind of unusual bytes in a file: how often it occurs, and where it occurs first.
struct EncodingIssue {
  std::uint32_t count = 0;
  Span first;
};

// What a text is probably encoded in, if it is not UTF-8.
enum class Encoding : std::uint8_t {
  utf8,      // or unknown: a few bytes are invalid
  utf16_le,  // with a byte order mark, or every second byte is NUL
  utf16_be,
  windows_1252,  // bytes beyond ASCII stand alone and none of them is part of a UTF-8 character
  binary,        // no text: many bytes are control characters or invalid
};

struct EncodingIssues {
  EncodingIssue invalid_utf8;
  EncodingIssue control;  // as is_control, and every CR not followed by LF
  EncodingIssue crlf;
  EncodingIssue tab;
  EncodingIssue byte_order_mark;  // U+FEFF at the start
  bool final_newline = true;      // true for an empty file
  Encoding encoding = Encoding::utf8;
  bool is_text() const { return encoding == Encoding::utf8 || encoding == Encoding::windows_1252; }
};

// Guesses the encoding of a text that has invalid bytes or control characters. Linear.
Encoding guess_encoding(std::string_view text);

// Linear in the size of `text`; plain ASCII is scanned 16 bytes at a time, at about one instruction per byte.
EncodingIssues find_encoding_issues(std::string_view text);

}  // namespace errpress::base
