// The escaper for HTML. Its output is inert as the text of an element and inside a double- or single-quoted attribute
// whose value is plain text, but not in <script>, <style>, comments, unquoted attributes, or where a URL or code is
// expected. White space is kept, for <pre> and for conformance with the tests of the Mustache specification; invalid
// UTF-8 and other control characters become U+FFFD, and U+0085, U+2028 and U+2029 become a space. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// Text without any of these traits is unchanged.
inline constexpr base::Traits kHtmlTraits =
    base::trait::kUnclean | base::trait::kNotAscii | base::trait::kQuote | base::trait::kMarkup;
void append_html(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
