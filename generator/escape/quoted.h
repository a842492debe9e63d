// Escapers for text between double quotes in data formats. Both drop nothing but what cleaning drops. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// The content of a double-quoted YAML scalar (YAML 1.2, 5.7), all in printable ASCII: inert between the quotes of a
// block or flow scalar, on one line. The template writes the quotes.
// It leaves a text with none of these as it is.
inline constexpr base::Traits kYamlTraits =
    base::trait::kUnclean | base::trait::kNotAscii | base::trait::kQuote | base::trait::kBackslash;
void append_yaml(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

// The content of a JSON string (RFC 8259, 7) in UTF-8. '<' is \u003c, so it is also inert inside an HTML <script>.
// It leaves a text with none of these as it is.
inline constexpr base::Traits kJsonTraits =
    base::trait::kUnclean | base::trait::kQuote | base::trait::kBackslash | base::trait::kMarkup;
void append_json(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
