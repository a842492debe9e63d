#include "base/utf8.h"

#include "base/sixteen_bytes.h"

namespace errpress::base {

namespace {

constexpr CodePoint kInvalid{kReplacement, 1, false};

constexpr std::uint8_t byte_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

constexpr bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Decodes a sequence of `size` bytes. `lead` is the value of the bits in the first byte, `least` the smallest value
// that needs `size` bytes: a smaller value means that the sequence is overlong.
CodePoint decode_sequence(std::string_view text, std::size_t at, std::uint8_t size, std::uint32_t lead,
                          std::uint32_t least) {
  if (text.size() - at < size) return kInvalid;
  std::uint32_t value = lead;
  for (std::size_t i = 1; i < size; ++i) {
    const std::uint8_t byte = byte_at(text, at + i);
    if (!is_continuation(byte)) return kInvalid;
    value = value << 6 | (byte & 0x3Fu);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least || value > 0x10FFFF || surrogate) return kInvalid;
  return {value, size, true};
}

// Printable ASCII and LF: most bytes of most files.
constexpr bool is_plain(std::uint8_t byte) { return (byte >= 0x20 && byte < 0x7F) || byte == '\n'; }

SixteenBits unusual_bytes(const char* bytes) {
  const SixteenBytes sixteen(bytes);
  const SixteenBits unusual = ~sixteen.in_range(' ', '~') & kAllSixteen;
  return unusual == 0 ? 0 : unusual & ~sixteen.equal('\n');
}

// Returns the offset of the first byte at or after `at` that is not plain, or the end.
std::size_t skip_plain(std::string_view text, std::size_t at) {
  for (; text.size() - at >= kSixteen; at += kSixteen) {
    if (const SixteenBits unusual = unusual_bytes(text.data() + at); unusual != 0) return at + first_set(unusual);
  }
  while (at < text.size() && is_plain(byte_at(text, at))) ++at;
  return at;
}

void record(EncodingIssue& issue, std::size_t at, std::size_t size) {
  if (issue.count++ == 0) issue.first = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
}

// Records the issue, if any, at `at`, where the byte is not plain. Returns the number of bytes to skip.
std::size_t record_unusual(std::string_view text, std::size_t at, EncodingIssues& found) {
  if (text[at] == '\t') {
    record(found.tab, at, 1);
    return 1;
  }
  if (text[at] == '\r') {
    const bool before_lf = at + 1 < text.size() && text[at + 1] == '\n';
    record(before_lf ? found.crlf : found.control, at, before_lf ? 2 : 1);
    return before_lf ? 2 : 1;
  }
  const CodePoint point = decode(text, at);
  if (!point.valid) {
    record(found.invalid_utf8, at, 1);
  } else if (is_control(point.value)) {
    record(found.control, at, point.size);
  } else if (point.value == 0xFEFF && at == 0) {
    record(found.byte_order_mark, at, point.size);
  }
  return point.size;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte_at(text, at);
  if (first < 0x80) return {first, 1, true};
  if (first >= 0xC2 && first <= 0xDF) return decode_sequence(text, at, 2, first & 0x1Fu, 0x80);
  if (first >= 0xE0 && first <= 0xEF) return decode_sequence(text, at, 3, first & 0x0Fu, 0x800);
  if (first >= 0xF0 && first <= 0xF4) return decode_sequence(text, at, 4, first & 0x07u, 0x10000);
  return kInvalid;
}

void append_utf8(std::string& out, char32_t value) {
  const auto continuation = [&](int shift) { return static_cast<char>(0x80 | (value >> shift & 0x3F)); };
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += {static_cast<char>(0xC0 | value >> 6), continuation(0)};
  } else if (value < 0x10000) {
    out += {static_cast<char>(0xE0 | value >> 12), continuation(6), continuation(0)};
  } else {
    out += {static_cast<char>(0xF0 | value >> 18), continuation(12), continuation(6), continuation(0)};
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) ++count;
  return count;
}

EncodingIssues find_encoding_issues(std::string_view text) {
  EncodingIssues found;
  found.final_newline = text.empty() || text.back() == '\n';
  std::size_t at = skip_plain(text, 0);
  while (at < text.size()) {
    at += record_unusual(text, at, found);
    at = skip_plain(text, at);
  }
  if (found.invalid_utf8.count + found.control.count != 0) found.encoding = guess_encoding(text);
  return found;
}

}  // namespace errpress::base
