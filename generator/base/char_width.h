// How many columns of a terminal a code point takes: what puts carets under the right character. Unlike wcwidth it does
// not depend on the locale. Pure, thread-safe.
#pragma once

namespace errpress::base {

// 0 for combining marks, 2 for wide characters (CJK, emoji), else 1. Controls and format characters are not asked
// about: printable.h replaces them first.
unsigned char_width(char32_t c);

}  // namespace errpress::base
