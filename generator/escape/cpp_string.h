// The escaper for string literals of C and C++ (ordinary ones, not raw, and "..." only). Thread-safe.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::escape {

// No literal's piece gets longer than this from one value, in bytes as written. MSVC takes 2048 (C2026).
inline constexpr std::size_t kCppPieceSize = 1000;

// Between the quotes of a literal, also within a macro's definition: all on one line, in printable ASCII. What is not
// ASCII is written as three-digit octal bytes of UTF-8, and '?' as \?, so that no standard from C99 and C++98 on reads
// a trigraph or a longer escape. A long value becomes adjacent literals ("..." "..."): fine wherever a literal may
// stand but in #include and #line.
void append_cpp_string(base::TextBuffer& out, std::string_view text, base::Traits traits = base::kUnknownTraits);

}  // namespace errpress::escape
