// Finds the macros that a C header defines, without preprocessing it. Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace errpress::corpus {

// An object-like macro: the spans of its name and its replacement.
struct MacroLine {
  base::Span name;
  base::Span value;
};

// Returns `source` with each byte of a comment or line continuation replaced by a blank, so that offsets stay the same.
std::string without_comments(std::string_view source);

// Returns the object-like macros of a source from without_comments, in order, except those that an #undef removes later
// or that `#if 0` hides.
std::vector<MacroLine> find_macros(std::string_view source);

// Returns the size of the C identifier at the start of `text`; 0 if there is none.
std::size_t identifier_size(std::string_view text);

}  // namespace errpress::corpus
