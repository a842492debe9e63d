// The macros that a C header defines, found without preprocessing it. Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace errpress::corpus {

// An object-like macro: where its name stands, and its replacement.
struct MacroLine {
  base::Span name;
  base::Span value;
};

// `source` with a blank for each byte of a comment or of a line's continuation, so that offsets stay the same.
std::string without_comments(std::string_view source);

// The object-like macros of a source that went through without_comments, in their order; without those that an #undef
// takes away again, or that `#if 0` keeps out.
std::vector<MacroLine> find_macros(std::string_view source);

// The size of the C identifier at the start of `text`; 0 where there is none.
std::size_t identifier_size(std::string_view text);

}  // namespace errpress::corpus
