// Decides whether a line goes on with the line before it: in articles that set paragraphs off with blank lines, a
// paragraph, list item, entry or answer may be wrapped over several lines. Used by the parser. Pure functions.
#pragma once

#include <string_view>

#include "article/dialect.h"
#include "article/line_reader.h"
#include "base/span.h"

namespace errpress::article {

using base::Span;

// The size of the marker of "• ", "- " or "* "; 0 if there is none.
std::uint32_t bullet_size(std::string_view line);

// The size of the marker of "1. " or "12) "; 0 if there is none.
std::uint32_t step_size(std::string_view line);

// A node read so far, possibly of several lines.
struct OpenLine {
  Span whole;  // from the first line to the last
  Span last;   // the last line
};

// Whether `next`, the line after `open` with no blank line between, is part of the same node. `role` is that of their
// section; neither is a known heading or part of the head. Lines that begin a list item, an entry, a question, a
// labelled line or a table row are not; a short line that ends a sentence is not continued.
bool continues(std::string_view source, const OpenLine& open, Span next, SectionRole role, const Dialect& dialect);

}  // namespace errpress::article
