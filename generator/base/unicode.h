// What the Unicode Character Database says of a code point that matters for showing it: from utf8proc, whose version
// says of which edition of Unicode. Unlike wcwidth and isprint, nothing depends on the locale. Pure functions,
// thread-safe.
#pragma once

namespace errpress::base {

// The columns that a code point takes in a terminal: 2 for East Asian wide and full-width characters and emoji; 0 for
// what joins the character before it (combining marks, variation selectors, vowels and final consonants of Hangul);
// else 1, also for characters of ambiguous width and for unassigned ones. Not meant for what is_invisible is true of.
unsigned display_width(char32_t c);

// Whether a code point shows nothing of its own, so that it can hide in a text or reorder it:
// - controls, line and paragraph separators (general categories Cc, Zl and Zp);
// - format characters (Cf: bidi controls, zero-width space and joiners, soft hyphen, tags), but not the signs that are
//   drawn around the digits that follow them (Prepended_Concatenation_Mark: U+0600 ARABIC NUMBER SIGN and its like);
// - what Unicode wants ignored where it is not supported (Default_Ignorable_Code_Point: also the fillers of Hangul,
//   U+034F and code points reserved for such characters), but not variation selectors, which choose the look of the
//   character before them: emoji have them.
bool is_invisible(char32_t c);

}  // namespace errpress::base
