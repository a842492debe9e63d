// How the escapers scan text: a table assigns a class to every byte; runs of class 0 are copied unchanged, and every
// other byte is examined. Used by the sources of the escapers only. Constant tables, thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/text_buffer.h"

namespace errpress::escape {

using ByteClass = std::uint8_t;
inline constexpr ByteClass kPlain = 0;

class ClassTable {
 public:
  constexpr ClassTable() = default;

  constexpr ClassTable& set(std::string_view bytes, ByteClass to) {
    for (const char c : bytes) classes_[static_cast<std::uint8_t>(c)] = to;
    return *this;
  }
  // Both bounds are inclusive.
  constexpr ClassTable& set_range(std::uint8_t first, std::uint8_t last, ByteClass to) {
    for (std::size_t c = first; c <= last; ++c) classes_[c] = to;
    return *this;
  }
  constexpr ByteClass operator[](char c) const { return classes_[static_cast<std::uint8_t>(c)]; }

 private:
  std::array<ByteClass, 256> classes_{};
};

// Returns the offset of the first byte at or after `at` that is not plain, or the end. Tests eight bytes per iteration,
// with fewer than three instructions per byte.
inline std::size_t skip_plain(const ClassTable& table, std::string_view text, std::size_t at) {
  const char* bytes = text.data();
  const std::size_t size = text.size();
  for (; size - at >= 8; at += 8) {
    const char* p = bytes + at;
    const int first = table[p[0]] | table[p[1]] | table[p[2]] | table[p[3]];
    const int second = table[p[4]] | table[p[5]] | table[p[6]] | table[p[7]];
    if ((first | second) == 0) continue;
    while (table[bytes[at]] == kPlain) ++at;  // stops within these eight bytes
    return at;
  }
  while (at < size && table[bytes[at]] == kPlain) ++at;
  return at;
}

// Appends a text with replacements; copies the unchanged text between them in as few pieces as possible.
class RunWriter {
 public:
  RunWriter(base::TextBuffer& out, std::string_view text) : out_(out), text_(text) {}

  // Appends the text before `until` that has not been appended yet.
  void flush(std::size_t until) {
    out_.append(text_.data() + done_, until - done_);
    done_ = until;
  }
  // Appends `with` in place of the `size` bytes at `at`; with size 0, inserts it before them.
  void replace(std::size_t at, std::size_t size, std::string_view with) {
    flush(at);
    out_ += with;
    done_ = at + size;
  }
  // How much of the text has been appended or replaced.
  std::size_t done() const { return done_; }
  // The character that precedes `at` in the output, now or after the next flush; '\0' if there is none.
  char before(std::size_t at) const {
    if (at > done_) return text_[at - 1];
    return out_.empty() ? '\0' : out_.back();
  }

 private:
  base::TextBuffer& out_;
  std::string_view text_;
  std::size_t done_ = 0;
};

// Appends `text`. For each byte that is not plain, calls `special(writer, at)`, which may replace it and bytes after
// it, and returns the offset to continue at.
template <typename Special>
void append_by_class(base::TextBuffer& out, std::string_view text, const ClassTable& table, Special special) {
  RunWriter writer(out, text);
  std::size_t at = 0;
  while ((at = skip_plain(table, text, at)) < text.size()) at = special(writer, at);
  writer.flush(text.size());
}

// Whether a value appended now would follow white space or be the first text.
inline bool follows_space(std::string_view out) { return out.empty() || out.back() == ' ' || out.back() == '\n'; }

// `text` without a leading space, if that space would follow another or indent a line.
inline std::string_view without_needless_space(std::string_view out, std::string_view text) {
  return text.starts_with(' ') && follows_space(out) ? text.substr(1) : text;
}

}  // namespace errpress::escape
