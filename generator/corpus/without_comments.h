// Removes comments from C source. Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace errpress::corpus {

// Returns `source` with each byte of a comment or line continuation replaced by a blank, so that offsets stay the same.
std::string without_comments(std::string_view source);

}  // namespace errpress::corpus
