// The escaper for C and C++ comments, in all standards: a value cannot end the comment, open another, continue the
// comment on the next line, hide text with bidi or zero-width characters, or be read as a command or HTML by Doxygen
// (which displays the original text). Markdown emphasis and lists still work in Doxygen. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// For text inside `//`, `///`, `/* */` and `/** */`, anywhere in a line. Inserts a space between the two characters of
// `*/` and `/*`, and appends " ." to a value that ends in '*', '\' or the trigraph for '\'.
// Text without any of these traits is unchanged.
inline constexpr base::Traits kCppCommentTraits = base::trait::kUnclean | base::trait::kNotAscii |
                                                  base::trait::kOddStart | base::trait::kOddEnd |
                                                  base::trait::kBackslash | base::trait::kSlash | base::trait::kMarkup;
void append_cpp_comment(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
