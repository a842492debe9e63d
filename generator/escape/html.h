// The escaper for HTML. Its output is inert as an element's text and inside a double- or single-quoted attribute whose
// value is plain text; not in <script>, <style>, comments, unquoted attributes, or where a URL or code is expected.
// White space stays as it is, so that <pre> works and the Mustache specification's tests hold; invalid UTF-8 and other
// control characters become U+FFFD, and U+0085, U+2028, U+2029 a space. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// It leaves a text with none of these as it is.
inline constexpr base::Traits kHtmlTraits =
    base::trait::kUnclean | base::trait::kNotAscii | base::trait::kQuote | base::trait::kMarkup;
void append_html(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
