// Lower-case words that must not be used as identifiers in generated C and C++. Constant sorted tables, thread-safe.
#pragma once

#include <string_view>

namespace errpress::render {

// Keywords and alternative tokens of C23 and C++26, and lower-case object-like macros that would replace an identifier:
// those of the MinGW headers, of glibc and Linux, and of compilers. (Function-like macros such as min are not included:
// in generated code, no '(' follows an identifier.) tests/judges/ compares the list with the headers.
bool is_reserved_word(std::string_view word);

// The names that the generated header declares in addition to the codes.
bool is_declared_by_header(std::string_view word);

}  // namespace errpress::render
