// The first step of every escaper and of the view builder: makes text valid UTF-8 without control characters, line
// breaks or repeated spaces. Invalid bytes, C0, DEL and C1 become U+FFFD; TAB, LF, CR, U+0085, U+2028 and U+2029 are
// white space, and a run of white space becomes one space.
// A run at the start or the end also becomes one space, since a value may be part of a sentence; callers trim if they
// need to. Other spaces (U+00A0, for example) are ordinary characters. Pure functions, thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::base {

// Whether append_clean would append `text` unchanged.
bool is_clean(std::string_view text);

// Appends the cleaned `text`. The result does not depend on what `out` already contains.
void append_clean(TextBuffer& out, std::string_view text, Traits traits = kUnknownTraits);

// Returns `text` itself if it is clean, otherwise a view of `scratch`, which then holds the cleaned text.
std::string_view cleaned(std::string_view text, TextBuffer& scratch);
inline std::string_view cleaned(std::string_view text, Traits traits, TextBuffer& scratch) {
  return (traits & trait::kUnclean) == 0 ? text : cleaned(text, scratch);
}

}  // namespace errpress::base
