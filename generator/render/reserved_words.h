// Lower-case words that an identifier in generated C and C++ must not be. ArticleSummary, in sorted tables;
// thread-safe.
#pragma once

#include <string_view>

namespace errpress::render {

// Keywords of C23 and C++26 with their alternative tokens, and lower-case macros that would stand where an identifier
// is meant: the object-like ones of the MinGW headers, of glibc and Linux, and of compilers. (A function-like macro
// such as min is none of them: no '(' follows an identifier in generated code.) tests/judges/ asks the headers again.
bool is_reserved_word(std::string_view word);

// The names that the generated header declares beside the codes.
bool is_declared_by_header(std::string_view word);

}  // namespace errpress::render
