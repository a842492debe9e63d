// Reads Markdown (CommonMark with tables and front matter) as the plain text that the parser reads: markup is removed,
// paragraphs are joined, headings begin with "## ", and table rows become list items. Spans of the plain text are
// mapped back to the file. Pure functions and value types; const use is thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace errpress::article {

class PlainText {
 public:
  const std::string& text() const { return text_; }
  // The part of the file that a span of the text stands for. It includes markup between its first and last character.
  base::Span to_source(base::Span span) const;
  // The inverse, for spans that to_source() gave.
  base::Span to_plain(base::Span span) const;

 private:
  friend class MarkdownReader;
  friend class InlineReader;

  // From `plain` on, text and source are the same, up to the next anchor.
  struct Anchor {
    std::uint32_t plain = 0;
    std::uint32_t source = 0;
  };

  // `source` must not decrease.
  void append(char c, std::uint32_t source);
  void append(std::string_view text, std::uint32_t source) {
    for (const char c : text) append(c, source);
  }

  std::string text_;
  std::vector<Anchor> anchors_;
};

// Whether a path is that of a Markdown file: it ends in ".md" or ".markdown", in any letter case.
bool is_markdown(std::string_view path);

// Linear in the size of `source` (under 4 GiB). Bytes that are not UTF-8 are kept. Front matter, comments, tags, link
// destinations, the headers of tables and the fences of code blocks are left out.
PlainText read_markdown(std::string_view source);

}  // namespace errpress::article
