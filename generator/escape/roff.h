// Escapers for man(7) pages, read by groff and mandoc. Output is ASCII without tabs, blank lines or trailing blanks.
// Neither is inert inside `\"` comments that go on to another line, or in conditionals and macro definitions.
// Thread-safe.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// Where lines are broken at the latest, in bytes. mandoc's style check wants no text line over 80, and this leaves room
// for a template's own bracket or full stop after the value.
inline constexpr std::size_t kRoffLineSize = 72;

// Running text: paragraphs, list items, and inside such a line of the template. Breaks lines at blanks so that they
// stay within kRoffLineSize; for that, blanks that the template wrote before the tag in the same line may become line
// ends, too. In a line that starts with a request or macro it breaks none. Words over 40 bytes get break points `\:`.
// Not for no-fill text (.nf, .EX), where line ends show.
void append_roff(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

// The same without line ends: arguments of macros (quoted or not the last one), the NAME section, no-fill text. Only
// words over 60 bytes get break points, so that indexers of the NAME section find names as they are.
void append_roff_line(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
