// The escapers for Markdown. A value is one line. It is inert as or inside a paragraph, list item, block quote,
// heading, table cell, link text or emphasis, at any position in the line. It is not inert inside link destinations and
// titles, code spans and blocks (which display entities literally; the name of an error may be used in a code span),
// raw HTML or front matter. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// For all supported readers at once: CommonMark, GitHub, markdown-it and VitePress with Vue, MDX, Python-Markdown with
// the usual extensions, Hugo. Punctuation becomes decimal entities, because backslash escapes do not disable Vue
// expressions and MDX imports; names of errors, hexadecimal numbers and words that look like links become code spans.
void append_markdown(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

// For readers of plain CommonMark and of GitHub's dialect with its extensions (tables, strikethrough, autolinks, task
// lists, footnotes, emoji, mathematics). Names, quotes and other punctuation without a special meaning there stay
// readable; words that look like links become code spans.
// Text without any of these traits is unchanged.
inline constexpr base::Traits kCommonMarkTraits = base::trait::kUnclean | base::trait::kOddStart |
                                                  base::trait::kOddDot | base::trait::kOddColon |
                                                  base::trait::kOddUnderscore | base::trait::kBang |
                                                  base::trait::kAccent | base::trait::kBackslash | base::trait::kMarkup;
void append_commonmark(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
