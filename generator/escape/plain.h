// The escaper for metadata: titles and descriptions, which site generators copy into JavaScript, HTML attributes and
// templates, often without escaping them. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// Replaces characters that are special to any of these readers with characters that look alike and are not:
//   \ becomes /   < > become U+2039 U+203A   { } become ( )   " and the backquote become '
// Characters that YAML does not allow (U+FFFE, U+FFFF, a byte order mark) become U+FFFD. The result is inert between
// the quotes of a double-quoted YAML scalar, where it needs no unescaping; the template writes the quotes. The
// replacement cannot be undone.
// Text without any of these traits is unchanged.
inline constexpr base::Traits kPlainTraits = base::trait::kUnclean | base::trait::kNotAscii | base::trait::kQuote |
                                             base::trait::kAccent | base::trait::kBackslash | base::trait::kMarkup;
void append_plain(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
