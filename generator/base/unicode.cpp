#include "base/unicode.h"

#include <utf8proc.h>

namespace errpress::base {

namespace {

const utf8proc_property_t& properties_of(char32_t c) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
}

// Prepended_Concatenation_Mark: the format characters that a grapheme cluster may begin with (UAX #29, Prepend).
bool is_prepended_mark(const utf8proc_property_t& properties) {
  return properties.category == UTF8PROC_CATEGORY_CF && properties.boundclass == UTF8PROC_BOUNDCLASS_PREPEND;
}

bool is_joining_jamo(const utf8proc_property_t& properties) {
  return properties.boundclass == UTF8PROC_BOUNDCLASS_V || properties.boundclass == UTF8PROC_BOUNDCLASS_T;
}

// Variation_Selector (PropList.txt). utf8proc does not provide it; Unicode has not added a block of them since 4.0.
constexpr bool is_variation_selector(char32_t c) {
  return (c >= 0x180B && c <= 0x180D) || c == 0x180F || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

// Unassigned code points that are Default_Ignorable_Code_Point (DerivedCoreProperties.txt), so that current programs
// ignore the characters that will be assigned there. utf8proc covers only the assigned ones.
constexpr bool is_reserved_ignorable(char32_t c) {
  return c == 0x2065 || (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0xE0000 && c <= 0xE0FFF);
}

}  // namespace

unsigned display_width(char32_t c) {
  if (c < 0x80) return 1;
  const utf8proc_property_t& properties = properties_of(c);
  if (is_joining_jamo(properties)) return 0;
  return is_prepended_mark(properties) ? 1 : properties.charwidth;
}

bool is_invisible(char32_t c) {
  if (c < 0x80) return c < 0x20 || c == 0x7F;
  if (is_variation_selector(c)) return false;
  const utf8proc_property_t& properties = properties_of(c);
  switch (properties.category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    case UTF8PROC_CATEGORY_CF:
      return !is_prepended_mark(properties);
    default:
      return properties.ignorable || is_reserved_ignorable(c);
  }
}

LetterCase letter_case(char32_t c) {
  switch (properties_of(c).category) {
    case UTF8PROC_CATEGORY_LL:
      return LetterCase::lower;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return LetterCase::capital;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return LetterCase::caseless;
    default:
      return LetterCase::no_letter;
  }
}

char32_t lower_case(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

}  // namespace errpress::base
