// The escapers for Markdown. A value is one line; it is inert as or inside a paragraph, list item, block quote,
// heading, table cell, link text or emphasis, wherever in the line it stands. Not inside: link destinations and titles,
// code spans and blocks (entities show there; a value that is an error's name may stand in a span), raw HTML, front
// matter. Thread-safe.
#pragma once

#include <string_view>

#include "render/escape/text_buffer.h"
#include "render/escape/text_traits.h"

namespace errpress::render {

// For every reader at once: CommonMark, GitHub, markdown-it and VitePress with Vue, MDX, Python-Markdown with the usual
// extensions, Hugo. Punctuation becomes decimal entities, since backslashes leave expressions and imports alive;
// names of errors, hexadecimal numbers and words that look like links become code spans.
void append_markdown(TextBuffer& out, std::string_view text, Traits traits = kUnknownTraits);

// For readers of plain CommonMark and GitHub's dialect with its extensions (tables, strikethrough, autolinks, task
// lists, footnotes, emoji, mathematics). Names, quotes and other punctuation without a meaning there stay readable;
// words that look like links become code spans.
// It leaves a text with none of these as it is.
inline constexpr Traits kCommonMarkCares = trait::kUnclean | trait::kOddStart | trait::kOddDot | trait::kOddColon |
                                           trait::kOddUnderscore | trait::kBang | trait::kAccent | trait::kBackslash |
                                           trait::kMarkup;
void append_commonmark(TextBuffer& out, std::string_view text, Traits traits = kUnknownTraits);

}  // namespace errpress::render
