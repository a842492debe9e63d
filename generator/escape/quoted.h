// Escapers for double-quoted text in data formats. Only the cleaning step loses information. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// The content of a double-quoted YAML scalar (YAML 1.2, 5.7), in printable ASCII: inert between the quotes of a block
// or flow scalar, on one line. The template writes the quotes.
// Text without any of these traits is unchanged.
inline constexpr base::Traits kYamlTraits =
    base::trait::kUnclean | base::trait::kNotAscii | base::trait::kQuote | base::trait::kBackslash;
void append_yaml(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

// The content of a JSON string (RFC 8259, section 7) in UTF-8. '<' is written as \u003c, so the output is also inert
// inside an HTML <script>.
// Text without any of these traits is unchanged.
inline constexpr base::Traits kJsonTraits =
    base::trait::kUnclean | base::trait::kQuote | base::trait::kBackslash | base::trait::kMarkup;
void append_json(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
