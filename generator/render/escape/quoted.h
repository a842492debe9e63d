// Escapers for text between double quotes in data formats. Both drop nothing but what cleaning drops. Thread-safe.
#pragma once

#include <string_view>

#include "render/escape/text_buffer.h"
#include "render/escape/text_traits.h"

namespace errpress::render {

// The content of a double-quoted YAML scalar (YAML 1.2, 5.7), all in printable ASCII: inert between the quotes of a
// block or flow scalar, on one line. The template writes the quotes.
// It leaves a text with none of these as it is.
inline constexpr Traits kYamlCares = trait::kUnclean | trait::kNotAscii | trait::kQuote | trait::kBackslash;
void append_yaml(TextBuffer& out, std::string_view text, Traits traits = kUnknownTraits);

// The content of a JSON string (RFC 8259, 7) in UTF-8. '<' is \u003c, so it is also inert inside an HTML <script>.
// It leaves a text with none of these as it is.
inline constexpr Traits kJsonCares = trait::kUnclean | trait::kQuote | trait::kBackslash | trait::kMarkup;
void append_json(TextBuffer& out, std::string_view text, Traits traits = kUnknownTraits);

}  // namespace errpress::render
