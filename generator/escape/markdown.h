// The escapers for Markdown. A value is one line; it is inert as or inside a paragraph, list item, block quote,
// heading, table cell, link text or emphasis, wherever in the line it stands. Not inside: link destinations and titles,
// code spans and blocks (entities show there; a value that is an error's name may stand in a span), raw HTML, front
// matter. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// For every reader at once: CommonMark, GitHub, markdown-it and VitePress with Vue, MDX, Python-Markdown with the usual
// extensions, Hugo. Punctuation becomes decimal entities, since backslashes leave expressions and imports alive;
// names of errors, hexadecimal numbers and words that look like links become code spans.
void append_markdown(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

// For readers of plain CommonMark and GitHub's dialect with its extensions (tables, strikethrough, autolinks, task
// lists, footnotes, emoji, mathematics). Names, quotes and other punctuation without a meaning there stay readable;
// words that look like links become code spans.
// It leaves a text with none of these as it is.
inline constexpr base::Traits kCommonMarkTraits = base::trait::kUnclean | base::trait::kOddStart |
                                                  base::trait::kOddDot | base::trait::kOddColon |
                                                  base::trait::kOddUnderscore | base::trait::kBang |
                                                  base::trait::kAccent | base::trait::kBackslash | base::trait::kMarkup;
void append_commonmark(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
