// The escaper for comments of C and C++, of every standard: a value cannot end the comment, open another, join the next
// line to it, hide text by direction or zero width, or be a command or HTML for Doxygen (which shows the text as it
// was). Emphasis and lists of Markdown stay what they are in Doxygen. Thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// Inside `//`, `///`, `/* */` and `/** */`, anywhere in a line. A space comes between the two characters of `*/` and
// `/*`; a value that ends in '*', '\' or the trigraph for it gets " ." at its end.
// It leaves a text with none of these as it is.
inline constexpr base::Traits kCppCommentTraits = base::trait::kUnclean | base::trait::kNotAscii |
                                                  base::trait::kOddStart | base::trait::kOddEnd |
                                                  base::trait::kBackslash | base::trait::kSlash | base::trait::kMarkup;
void append_cpp_comment(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
