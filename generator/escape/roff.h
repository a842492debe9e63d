// Escapers for man(7) pages, read by groff and mandoc. The output is ASCII without tabs, blank lines or trailing
// blanks. It is not inert inside `\"` comments that continue on the next line, or in conditionals and macro
// definitions.
// Thread-safe.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// The maximum size of a line in bytes. The style check of mandoc warns about text lines over 80 bytes; this leaves room
// for brackets or a full stop that the template adds after the value.
inline constexpr std::size_t kRoffLineSize = 72;

// For running text: paragraphs, list items, and values inside such a line of the template. Breaks lines at blanks to
// keep them within kRoffLineSize; blanks that the template wrote earlier in the same line may become line ends, too.
// Does not break a line that starts with a request or macro. Words over 40 bytes get break points `\:`.
// Not for no-fill text (.nf, .EX), where line ends are visible.
void append_roff(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

// Like append_roff, but never breaks lines: for arguments of macros (quoted, or the last argument), the NAME section
// and no-fill text. Only words over 60 bytes get break points, so that programs that index the NAME section find the
// names unchanged.
void append_roff_line(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
