// The first step of every escaper, and of the view builder: text that is valid UTF-8, holds no control character and no
// line break, and has single spaces only. Invalid bytes, C0, DEL and C1 become U+FFFD; TAB, LF, CR, U+0085, U+2028 and
// U+2029 are white space, and a run of white space becomes one space.
// A run at the start or the end also stays one space, since a value may be a piece of a sentence; who needs it trimmed
// does that. Other spaces (U+00A0 and the like) are characters as any. Pure functions, thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::base {

// Whether append_clean would append `text` unchanged.
bool is_clean(std::string_view text);

// Appends the cleaned `text`; what stands in `out` makes no difference.
void append_clean(TextBuffer& out, std::string_view text, Traits traits = kUnknownTraits);

// `text` itself where it is clean, otherwise a view of `scratch`, which then holds the cleaned text.
std::string_view cleaned(std::string_view text, TextBuffer& scratch);
inline std::string_view cleaned(std::string_view text, Traits traits, TextBuffer& scratch) {
  return (traits & trait::kUnclean) == 0 ? text : cleaned(text, scratch);
}

}  // namespace errpress::base
