#include "base/clean_text.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

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

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = kOnes * 0x80;

// Whether eight bytes are printable ASCII without two spaces side by side. Says no to some that are, never yes to one
// that is not.
bool is_plain_word(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t odd =
      word | (word - kOnes * 0x20) | (word + kOnes);  // the high bit of a byte outside 0x20 to 0x7E
  const std::uint64_t flipped = word ^ (kOnes * ' ');
  const std::uint64_t spaces = (flipped - kOnes) & ~flipped & kHighs;
  return ((odd & kHighs) | (spaces & (spaces >> 8))) == 0;
}

// The same, exactly, for `size` bytes and the pair that the last one is in with the byte after it. No early way out, so
// that compilers use vector instructions.
template <std::size_t size>
bool is_plain_block(const char* bytes) {
  std::int8_t odd = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto c = static_cast<std::int8_t>(bytes[i]);  // signed, so that what is not ASCII is less than a space, too
    const auto next = static_cast<std::int8_t>(bytes[i + 1]);
    odd = static_cast<std::int8_t>(odd | (c < 0x20) | (c == 0x7F) | ((c | next) == ' '));
  }
  return odd == 0;
}

// The same for all of `bytes`, which is longer than `size`; the last block begins early enough to end with them.
template <std::size_t size>
std::size_t skip_clean_blocks(std::string_view bytes) {
  const std::size_t last = bytes.size() - size - 1;
  for (std::size_t at = 0; at < last; at += size) {
    if (!is_plain_block<size>(bytes.data() + at)) return at;
  }
  const bool plain = is_plain_block<size>(bytes.data() + last) && is_plain_word(bytes.data() + bytes.size() - 8);
  return plain ? bytes.size() : last;
}

constexpr std::size_t kBlock = 64;

// Where the first bytes that are not plain begin; coarse, so that the caller looks closer. Each word of eight shares a
// byte with the one before, so that a pair of spaces lies within one of them.
std::size_t skip_clean(std::string_view bytes) {
  if (bytes.size() > kBlock) return skip_clean_blocks<kBlock>(bytes);
  if (bytes.size() > 32) return skip_clean_blocks<32>(bytes);
  if (bytes.size() < 8) return 0;
  const std::size_t last = bytes.size() - 8;
  for (std::size_t at = 0; at < last; at += 7) {
    if (!is_plain_word(bytes.data() + at)) return at;
  }
  return is_plain_word(bytes.data() + last) ? bytes.size() : last;
}

// The size of the code point at `at` if it may stand in clean text before what follows it, otherwise 0.
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
  while (true) {
    at += skip_clean(text.substr(at));
    // Closer: past what that stopped at.
    for (std::size_t step = 0; step < kBlock; ++step) {
      if (at == text.size()) return true;
      const std::size_t size = clean_size(text, at);
      if (size == 0) return false;
      at += size;
    }
  }
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
