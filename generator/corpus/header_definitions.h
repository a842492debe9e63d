// What a C or C++ header defines that can be a number: macros, enumerators and constants. A header is not preprocessed:
// all branches of a condition count except for #if 0 and #if 1, #undef removes a macro, #include is ignored.
// Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace errpress::corpus {

struct Definition {
  enum class Kind : std::uint8_t {
    macro,     // #define A 5
    function,  // #define A(x, y) x
    constant   // enumerators, const and constexpr variables
  };

  base::Span name = {};
  base::Span value = {};  // the replacement or the initialiser; empty for an enumerator that follows no other value
  base::Span parameters = {};  // of a function-like macro: what stands between its brackets
  base::Span type = {};        // of a variable: the words before its name
  std::uint32_t offset = 0;    // of an enumerator: what is added to the value, which is that of an earlier enumerator
  Kind kind = Kind::macro;
};

// Returns the definitions of a source from without_comments, in the order of their names in the file, except macros
// that an #undef removes later, and what `#if 0` hides. Of variables, those with a name in capitals or of the form
// kName. Takes time linear in the size of `source`.
std::vector<Definition> find_definitions(std::string_view source);

}  // namespace errpress::corpus
