// Reads lines as headings: the core of a decorated one ("## Related Errors:"), comparison without letter case, and
// what an unknown heading looks like. Used by the dialect and the parser. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"

namespace errpress::article {

// The text of a heading without what marks it as one: "#" signs before and behind it, emphasis around it ("**", "__",
// "*", "_") and a colon at its end. May be empty.
std::string_view heading_core(std::string_view line);

// The text in lower case. Bytes that are not UTF-8 are kept.
std::string fold_heading(std::string_view text);

// Whether one letter is missing, added or replaced, or two adjacent ones are swapped. Compares bytes.
bool is_one_edit_apart(std::string_view a, std::string_view b);

// Whether a line that is not in the dialect could be a heading: it is short, its first letter is a capital (or of a
// script without case), it has no sentence punctuation except '?', and its longer words are capitalised. Titles in
// other languages capitalise the first word only: if the line has a letter beyond ASCII, it needs to be of few words
// instead.
bool looks_like_heading(std::string_view line);

// Whether a line is a heading because of its "#" signs: they begin in its first column, and at most 120 bytes follow.
bool is_signed_heading(std::string_view source, base::Span line);

}  // namespace errpress::article
