// Display properties and letter case of code points from the Unicode Character Database, as utf8proc provides them (its
// version determines the version of Unicode). Unlike wcwidth and isprint, nothing depends on the locale. Pure
// functions, thread-safe.
#pragma once

namespace errpress::base {

// The width of a code point in terminal columns: 2 for East Asian wide and full-width characters and emoji; 0 for
// characters that combine with the one before (combining marks, variation selectors, Hangul vowels and final
// consonants); 1 for all others, including ambiguous-width and unassigned characters. Not meant for code points for
// which is_invisible is true.
unsigned display_width(char32_t c);

// Whether a code point has no visible form of its own, so that it can hide in a text or reorder it:
// - controls, line and paragraph separators (general categories Cc, Zl and Zp);
// - format characters (Cf: bidi controls, zero-width space and joiners, soft hyphen, tags), except the signs that are
//   drawn around the digits that follow them (Prepended_Concatenation_Mark, such as U+0600 ARABIC NUMBER SIGN);
// - characters to ignore where they are not supported (Default_Ignorable_Code_Point, including the Hangul fillers,
//   U+034F and reserved code points), except variation selectors, which change the look of the character before them
//   and occur in emoji.
bool is_invisible(char32_t c);

// Whether a code point is a letter, and of which case (general categories Ll, Lu and Lt; Lm and Lo have none: Chinese,
// Arabic, Hebrew).
enum class LetterCase : unsigned char { no_letter, lower, capital, caseless };
LetterCase letter_case(char32_t c);

// The lower-case form of a letter (simple case mapping); any other code point unchanged.
char32_t lower_case(char32_t c);

}  // namespace errpress::base
