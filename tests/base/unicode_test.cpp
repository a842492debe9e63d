#include "base/unicode.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>

namespace errpress::base {

namespace {

struct Case {
  char32_t value;
  unsigned width;
  std::string_view what;  // its name in Unicode, or what it stands for here
};

// Widths as East_Asian_Width (EastAsianWidth.txt) and General_Category (UnicodeData.txt) give them.
constexpr Case kVisible[] = {
    {0x20, 1, "SPACE"},
    {'~', 1, "TILDE"},
    {0xA0, 1, "NO-BREAK SPACE"},
    {0xA1, 1, "INVERTED EXCLAMATION MARK, ambiguous"},
    {0xE9, 1, "LATIN SMALL LETTER E WITH ACUTE, ambiguous"},
    {0x2026, 1, "HORIZONTAL ELLIPSIS, ambiguous"},
    {0x2580, 1, "UPPER HALF BLOCK, ambiguous"},
    {0x3B1, 1, "GREEK SMALL LETTER ALPHA, ambiguous"},
    {0x416, 1, "CYRILLIC CAPITAL LETTER ZHE, ambiguous"},
    {0x5D0, 1, "HEBREW LETTER ALEF"},
    {0x628, 1, "ARABIC LETTER BEH"},
    {0x915, 1, "DEVANAGARI LETTER KA"},
    {0xE33, 1, "THAI CHARACTER SARA AM, a letter"},
    {0x20AC, 1, "EURO SIGN, ambiguous"},
    // Combining marks: of Latin, Hebrew, Arabic, Devanagari, Thai, Tibetan, Balinese, kana, for symbols, for musical
    // notes.
    {0x301, 0, "COMBINING ACUTE ACCENT, Mn"},
    {0x5B8, 0, "HEBREW POINT QAMATS, Mn"},
    {0x64E, 0, "ARABIC FATHA, Mn"},
    {0x93F, 0, "DEVANAGARI VOWEL SIGN I, Mc: part of the cluster before it"},
    {0x94D, 0, "DEVANAGARI SIGN VIRAMA, Mn"},
    {0xE34, 0, "THAI CHARACTER SARA I, Mn"},
    {0xF71, 0, "TIBETAN VOWEL SIGN AA, Mn"},
    {0x1B34, 0, "BALINESE SIGN REREKAN, Mn"},
    {0x3099, 0, "COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK, Mn and wide"},
    {0x20E3, 0, "COMBINING ENCLOSING KEYCAP, Me"},
    {0x1D167, 0, "MUSICAL SYMBOL COMBINING TREMOLO-1, Mn"},
    // Variation selectors choose the look of the character before them.
    {0x180B, 0, "MONGOLIAN FREE VARIATION SELECTOR ONE"},
    {0x180F, 0, "MONGOLIAN FREE VARIATION SELECTOR FOUR"},
    {0xFE00, 0, "VARIATION SELECTOR-1"},
    {0xFE0F, 0, "VARIATION SELECTOR-16: as emoji"},
    {0xE0100, 0, "VARIATION SELECTOR-17"},
    {0xE01EF, 0, "VARIATION SELECTOR-256"},
    // Hangul: a leading consonant takes the cell that vowel and final consonant join.
    {0x1100, 2, "HANGUL CHOSEONG KIYEOK"},
    {0x1161, 0, "HANGUL JUNGSEONG A"},
    {0x11A8, 0, "HANGUL JONGSEONG KIYEOK"},
    {0xD7B0, 0, "HANGUL JUNGSEONG O-YEO"},
    {0xD7CB, 0, "HANGUL JONGSEONG NIEUN-RIEUL"},
    {0xAC00, 2, "HANGUL SYLLABLE GA"},
    // Wide and narrow forms.
    {0x3000, 2, "IDEOGRAPHIC SPACE"},
    {0x303F, 1, "IDEOGRAPHIC HALF FILL SPACE"},
    {0x3042, 2, "HIRAGANA LETTER A"},
    {0x4E2D, 2, "CJK UNIFIED IDEOGRAPH-4E2D"},
    {0xFF21, 2, "FULLWIDTH LATIN CAPITAL LETTER A"},
    {0xFF71, 1, "HALFWIDTH KATAKANA LETTER A"},
    {0x20000, 2, "CJK UNIFIED IDEOGRAPH-20000"},
    {0x31350, 2, "CJK UNIFIED IDEOGRAPH-31350, of Unicode 15"},
    {0x17000, 2, "TANGUT IDEOGRAPH-17000"},
    // Emoji and symbols.
    {0x2764, 1, "HEAVY BLACK HEART"},
    {0x231A, 2, "WATCH"},
    {0x1F300, 2, "CYCLONE"},
    {0x1F600, 2, "GRINNING FACE"},
    {0x1F321, 1, "THERMOMETER, no emoji by itself"},
    {0x1F3FB, 2, "EMOJI MODIFIER FITZPATRICK TYPE-1-2"},
    {0x1F1E6, 1, "REGIONAL INDICATOR SYMBOL LETTER A: two make a flag"},
    {0x1FAE8, 2, "SHAKING FACE, of Unicode 15"},
    // Signs that are drawn around the digits after them are format characters, and visible.
    {0x600, 1, "ARABIC NUMBER SIGN"},
    {0x6DD, 1, "ARABIC END OF AYAH"},
    {0x70F, 1, "SYRIAC ABBREVIATION MARK"},
    {0x8E2, 1, "ARABIC DISPUTED END OF AYAH"},
    {0x110BD, 1, "KAITHI NUMBER SIGN"},
    // No characters, as far as is known.
    {0xE000, 1, "first of private use"},
    {0x10FFFD, 1, "last of private use"},
    {0x378, 1, "unassigned, among Greek"},
    {0xFFFD, 1, "REPLACEMENT CHARACTER, ambiguous"},
    {0x10FFFF, 1, "the last code point"},
};

struct Invisible {
  char32_t value;
  std::string_view what;
};

constexpr Invisible kInvisible[] = {
    {0x0, "NUL"},
    {0x9, "TAB"},
    {0x1B, "ESCAPE"},
    {0x7F, "DELETE"},
    {0x80, "first of C1"},
    {0x9B, "CONTROL SEQUENCE INTRODUCER"},
    {0x9F, "last of C1"},
    {0x2028, "LINE SEPARATOR"},
    {0x2029, "PARAGRAPH SEPARATOR"},
    {0xAD, "SOFT HYPHEN"},
    {0x34F, "COMBINING GRAPHEME JOINER"},
    {0x61C, "ARABIC LETTER MARK"},
    {0x115F, "HANGUL CHOSEONG FILLER"},
    {0x1160, "HANGUL JUNGSEONG FILLER"},
    {0x17B4, "KHMER VOWEL INHERENT AQ"},
    {0x180E, "MONGOLIAN VOWEL SEPARATOR"},
    {0x200B, "ZERO WIDTH SPACE"},
    {0x200D, "ZERO WIDTH JOINER"},
    {0x200F, "RIGHT-TO-LEFT MARK"},
    {0x202E, "RIGHT-TO-LEFT OVERRIDE"},
    {0x2060, "WORD JOINER"},
    {0x2065, "reserved among the invisible operators"},
    {0x2066, "LEFT-TO-RIGHT ISOLATE"},
    {0x3164, "HANGUL FILLER"},
    {0xFEFF, "ZERO WIDTH NO-BREAK SPACE"},
    {0xFFA0, "HALFWIDTH HANGUL FILLER"},
    {0xFFF0, "reserved before the annotation marks"},
    {0xFFF9, "INTERLINEAR ANNOTATION ANCHOR"},
    {0x13430, "EGYPTIAN HIEROGLYPH VERTICAL JOINER"},
    {0x1BCA0, "SHORTHAND FORMAT LETTER OVERLAP"},
    {0x1D173, "MUSICAL SYMBOL BEGIN BEAM"},
    {0xE0001, "LANGUAGE TAG"},
    {0xE0041, "TAG LATIN CAPITAL LETTER A"},
    {0xE0080, "reserved after the tags"},
    {0xE0FFF, "last of what is reserved for such characters"},
};

TEST_CASE("what shows has the width that Unicode gives it") {
  for (const Case& c : kVisible) {
    CAPTURE(c.what);
    CHECK(display_width(c.value) == c.width);
    CHECK_FALSE(is_invisible(c.value));
  }
}

TEST_CASE("what shows nothing is invisible") {
  for (const Invisible& c : kInvisible) {
    CAPTURE(c.what);
    CHECK(is_invisible(c.value));
  }
}

// "200B-200F" and so on: all there are.
std::string invisible_ranges() {
  std::string out;
  for (char32_t c = 0; c <= 0x10FFFF;) {
    if (!is_invisible(c)) {
      ++c;
      continue;
    }
    const char32_t first = c;
    while (is_invisible(c)) ++c;
    fmt::format_to(std::back_inserter(out), "{}{:X}", out.empty() ? "" : " ", static_cast<std::uint32_t>(first));
    if (c - 1 != first) fmt::format_to(std::back_inserter(out), "-{:X}", static_cast<std::uint32_t>(c - 1));
  }
  return out;
}

// Of Unicode 15.0: Cc, Zl, Zp, Cf without Prepended_Concatenation_Mark, and Default_Ignorable_Code_Point without
// Variation_Selector. Another Unicode may have others.
TEST_CASE("the invisible code points are these") {
  if (utf8proc_unicode_version() != std::string_view("15.0.0")) {
    std::printf("SKIPPED invisible-ranges: utf8proc is of Unicode %s, not 15.0.0\n", utf8proc_unicode_version());
    return;
  }
  CHECK(invisible_ranges() ==
        "0-1F 7F-9F AD 34F 61C 115F-1160 17B4-17B5 180E 200B-200F 2028-202E 2060-206F 3164 FEFF FFA0 FFF0-FFFB "
        "13430-1343F 1BCA0-1BCA3 1D173-1D17A E0000-E00FF E01F0-E0FFF");
}

}  // namespace

}  // namespace errpress::base
