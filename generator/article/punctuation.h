// Which characters set words apart without being words: what may stand between a name and its code, or close a clause.
// Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <string_view>

namespace errpress::article {

// ASCII: all that is visible and neither a letter, a digit nor '_'. Beyond ASCII: spaces of any width, and the
// punctuation of Latin, general and East Asian text (Unicode blocks 2000, 3000 and FF00, and the quotes of 0080).
bool is_punctuation(char32_t c);

// The size of the blanks and punctuation at the start of `text`.
std::size_t punctuation_size(std::string_view text);

}  // namespace errpress::article
