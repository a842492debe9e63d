// The escaper for metadata: titles and descriptions that site generators copy into JavaScript, HTML attributes and
// templates, often without escaping them. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// Characters that mean something to any of these readers become others that look alike and mean nothing:
//   \ becomes /   < > become U+2039 U+203A   { } become ( )   " and the backquote become '
// What a YAML file may not hold (U+FFFE, U+FFFF, a byte order mark) becomes U+FFFD. The result is inert inside the
// quotes of a double-quoted YAML scalar, whose text it is without any unescaping; the template writes the quotes. It
// cannot be turned back into the text.
// It leaves a text with none of these as it is.
inline constexpr base::Traits kPlainTraits = base::trait::kUnclean | base::trait::kNotAscii | base::trait::kQuote |
                                             base::trait::kAccent | base::trait::kBackslash | base::trait::kMarkup;
void append_plain(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
