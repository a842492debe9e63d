// The escaper for C and C++ string literals (ordinary "..." literals only, neither raw nor prefixed). Thread-safe.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// The maximum number of bytes of source code that one value adds to one literal. The limit of MSVC for a literal is
// 2048 (C2026).
inline constexpr std::size_t kCppPieceSize = 1000;

// For text between the quotes of a literal, also in the definition of a macro: one line of printable ASCII. Other
// characters are written as the three-digit octal escapes of their UTF-8 bytes, and '?' as \?, so that no standard
// since C99 and C++98 reads a trigraph or a longer escape sequence. A long value becomes adjacent literals ("..."
// "..."), which are allowed wherever a literal is, except in #include and #line.
void append_cpp_string(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
