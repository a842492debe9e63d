// Escapers for text between double quotes in data formats. Both drop nothing but what cleaning drops. Thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "render/escape/text_traits.h"

namespace errpress::render {

// The content of a double-quoted YAML scalar (YAML 1.2, 5.7), all in printable ASCII: inert between the quotes of a
// block or flow scalar, on one line. The template writes the quotes.
void append_yaml(std::string& out, std::string_view text, Traits traits = kUnknownTraits);

// The content of a JSON string (RFC 8259, 7) in UTF-8. '<' is \u003c, so it is also inert inside an HTML <script>.
void append_json(std::string& out, std::string_view text, Traits traits = kUnknownTraits);

}  // namespace errpress::render
