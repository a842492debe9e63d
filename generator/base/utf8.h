// UTF-8 (RFC 3629) one code point at a time, and what a file holds that is not plain text. Pure, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace errpress::base {

inline constexpr char32_t kReplacement = 0xFFFD;

// `size` is 1 to 4 bytes. An invalid or truncated sequence is one kReplacement of size 1 with `valid` false.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;
  bool valid = true;
};

// The code point at `text[at]`; `at` must be inside.
CodePoint decode(std::string_view text, std::size_t at);

// Appends the UTF-8 of a Unicode scalar value.
void append_utf8(std::string& out, char32_t value);

std::size_t count_code_points(std::string_view text);

// C0 but TAB, LF and CR; DEL; C1.
constexpr bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

// One kind of unusual bytes in a file: how often, and where first.
struct EncodingIssue {
  std::uint32_t count = 0;
  Span first;
};

struct EncodingIssues {
  EncodingIssue invalid_utf8;
  EncodingIssue control;  // as is_control, plus every CR that no LF follows
  EncodingIssue crlf;
  EncodingIssue tab;
  EncodingIssue byte_order_mark;  // U+FEFF at the start
  bool final_newline = true;      // true for an empty file
};

// Linear in the size of `text`; plain ASCII goes 16 bytes at a time, at about one instruction a byte.
EncodingIssues find_encoding_issues(std::string_view text);

}  // namespace errpress::base
