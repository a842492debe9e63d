// The escaper for HTML. Its output is inert as an element's text and inside a double- or single-quoted attribute whose
// value is plain text; not in <script>, <style>, comments, unquoted attributes, or where a URL or code is expected.
// White space stays as it is, so that <pre> works and the Mustache specification's tests hold; invalid UTF-8 and other
// control characters become U+FFFD, and U+0085, U+2028, U+2029 a space. Thread-safe.
#pragma once

#include <string_view>

#include "render/escape/text_buffer.h"
#include "render/escape/text_traits.h"

namespace errpress::render {

// It leaves a text with none of these as it is.
inline constexpr Traits kHtmlCares = trait::kUnclean | trait::kNotAscii | trait::kQuote | trait::kMarkup;
void append_html(TextBuffer& out, std::string_view text, Traits traits = kUnknownTraits);

}  // namespace errpress::render
