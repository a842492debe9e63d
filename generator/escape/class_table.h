// How the escapers walk over text: a table gives every byte a class, class 0 is copied as it stands in long runs, and
// anything else is looked at. Used by the escapers' sources only. Constant tables, thread-safe.
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
  // Both ends included.
  constexpr ClassTable& set_range(std::uint8_t first, std::uint8_t last, ByteClass to) {
    for (std::size_t c = first; c <= last; ++c) classes_[c] = to;
    return *this;
  }
  constexpr ByteClass operator[](char c) const { return classes_[static_cast<std::uint8_t>(c)]; }

 private:
  std::array<ByteClass, 256> classes_{};
};

// The first byte at or after `at` that is not plain, or the end. Eight bytes a turn: under three instructions a byte.
inline std::size_t skip_plain(const ClassTable& table, std::string_view text, std::size_t at) {
  const char* bytes = text.data();
  const std::size_t size = text.size();
  for (; size - at >= 8; at += 8) {
    const char* p = bytes + at;
    const int first = table[p[0]] | table[p[1]] | table[p[2]] | table[p[3]];
    const int second = table[p[4]] | table[p[5]] | table[p[6]] | table[p[7]];
    if ((first | second) == 0) continue;
    while (table[bytes[at]] == kPlain) ++at;  // ends within these eight
    return at;
  }
  while (at < size && table[bytes[at]] == kPlain) ++at;
  return at;
}

// Appends one text with replacements, copying what stands between them in as few pieces as can be.
class RunWriter {
 public:
  RunWriter(base::TextBuffer& out, std::string_view text) : out_(out), text_(text) {}

  // All of the text before `until` is now appended.
  void flush(std::size_t until) {
    out_.append(text_.data() + done_, until - done_);
    done_ = until;
  }
  // Appends `with` for the `size` bytes at `at`; with size 0, before them.
  void replace(std::size_t at, std::size_t size, std::string_view with) {
    flush(at);
    out_ += with;
    done_ = at + size;
  }
  // How much of the text `out` holds.
  std::size_t done() const { return done_; }
  // What is or will be the last character before `at`; '\0' if there is none.
  char before(std::size_t at) const {
    if (at > done_) return text_[at - 1];
    return out_.empty() ? '\0' : out_.back();
  }

 private:
  base::TextBuffer& out_;
  std::string_view text_;
  std::size_t done_ = 0;
};

// Appends `text`; `special(writer, at)` replaces what it wants of the byte at `at`, and of those after it, and returns
// where to go on.
template <typename Special>
void append_by_class(base::TextBuffer& out, std::string_view text, const ClassTable& table, Special special) {
  RunWriter writer(out, text);
  std::size_t at = 0;
  while ((at = skip_plain(table, text, at)) < text.size()) at = special(writer, at);
  writer.flush(text.size());
}

// Whether a value that is now appended would follow white space, or nothing at all.
inline bool follows_space(std::string_view out) { return out.empty() || out.back() == ' ' || out.back() == '\n'; }

// `text` without the space at its start where that would be one too many, or indent a line.
inline std::string_view without_needless_space(std::string_view out, std::string_view text) {
  return text.starts_with(' ') && follows_space(out) ? text.substr(1) : text;
}

}  // namespace errpress::escape
