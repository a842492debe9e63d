#include "base/clean_text.h"

#include <cstddef>
#include <cstdint>

#include "base/utf8.h"

namespace errpress::base {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

constexpr char32_t kNextLine = 0x85;
constexpr char32_t kLineSeparator = 0x2028;
constexpr char32_t kParagraphSeparator = 0x2029;

constexpr bool is_white_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == kNextLine || c == kLineSeparator ||
         c == kParagraphSeparator;
}

// The size of the code point at `at` if clean text may contain it there, otherwise 0. A space that another space
// follows is not clean.
std::size_t clean_size(std::string_view text, std::size_t at) {
  const auto byte = static_cast<std::uint8_t>(text[at]);
  if (byte < 0x80) {
    if (byte < 0x20 || byte == 0x7F) return 0;
    return byte == ' ' && at + 1 < text.size() && text[at + 1] == ' ' ? 0 : 1;
  }
  const base::CodePoint point = base::decode(text, at);
  return point.valid && !base::is_control(point.value) && !is_white_space(point.value) ? point.size : 0;
}

void append_cleaned(TextBuffer& out, std::string_view text) {
  bool after_space = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const base::CodePoint point = base::decode(text, at);
    if (is_white_space(point.value)) {
      if (!after_space) out += ' ';
      after_space = true;
    } else {
      if (!point.valid || base::is_control(point.value)) {
        out += kReplacement;
      } else {
        out += text.substr(at, point.size);
      }
      after_space = false;
    }
    at += point.size;
  }
}

}  // namespace

bool is_clean(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = clean_size(text, at);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

void append_clean(TextBuffer& out, std::string_view text, Traits traits) {
  if ((traits & trait::kUnclean) == 0 || is_clean(text)) {
    out += text;
  } else {
    append_cleaned(out, text);
  }
}

std::string_view cleaned(std::string_view text, TextBuffer& scratch) {
  if (is_clean(text)) return text;
  scratch.clear();
  append_cleaned(scratch, text);
  return scratch;
}

}  // namespace errpress::base
