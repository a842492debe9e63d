// Classifies punctuation: characters that may stand between a name and its code, or end a clause. Pure functions,
// thread-safe.
#pragma once

#include <cstddef>
#include <string_view>

namespace errpress::base {

// ASCII: every visible character except letters, digits and '_'. Beyond ASCII: spaces of any width, and Latin, general
// and East Asian punctuation (from the Unicode blocks that start at 2000, 3000 and FF00, and the quotes of 0080).
bool is_punctuation(char32_t c);

// The size in bytes of the spaces, tabs and punctuation at the start of `text`.
std::size_t punctuation_size(std::string_view text);

}  // namespace errpress::base
