// Removes the markup inside a paragraph: emphasis, code spans, links, tags, escapes. Used by the Markdown reader.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/markdown.h"

namespace errpress::article {

// Text put together from parts of the source; `sources` has the offset of each byte.
struct GatheredText {
  std::string text;
  std::vector<std::uint32_t> sources;

  void add(char c, std::uint32_t source) {
    text += c;
    sources.push_back(source);
  }
  void clear() {
    text.clear();
    sources.clear();
  }
};

class InlineReader {
 public:
  InlineReader(const GatheredText& from, PlainText& to);
  // Appends the text without its markup. Linear.
  void read();

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void copy(std::size_t at) { to_.append(text_[at], from_.sources[at]); }
  void skip_at(std::size_t at, std::size_t size) { skips_[at] = static_cast<std::uint32_t>(size); }
  char before(std::size_t at) const { return at == 0 ? ' ' : text_[at - 1]; }
  char after(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }
  std::size_t run_size(std::size_t at) const;
  // The first `c` at `from` or later.
  std::size_t next(char c, std::size_t from);
  std::size_t closing_run(char c, std::size_t size, std::size_t from);
  bool closes(char c, std::size_t size, std::size_t at) const;

  std::size_t read_escape(std::size_t at);
  std::size_t read_code(std::size_t at);
  std::size_t read_bracket(std::size_t at);
  std::size_t read_tag(std::size_t at);
  std::size_t read_emphasis(std::size_t at);
  std::size_t read_entity(std::size_t at);

  const GatheredText& from_;
  std::string_view text_;
  PlainText& to_;
  std::vector<std::uint32_t> skips_;  // by offset: how many bytes of markup begin there
  std::array<std::size_t, 256> next_{};
  std::array<std::array<std::size_t, 4>, 3> runs_{};  // of '`', '*' and '_', by size
};

}  // namespace errpress::article
