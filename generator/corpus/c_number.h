// Integers of C constant expressions, with the types and conversions of C as far as they decide a value: int, unsigned
// int and their 64-bit counterparts (long has 32 bits, as on Windows). Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/family.h"

namespace errpress::corpus {

struct CNumber {
  std::int64_t value = 0;  // within the range of the type; unsigned 64-bit values as the same bits
  bool wide = false;       // 64 bits
  bool is_unsigned = false;
  FamilyId family = kNoFamily;  // if a cast or wrapper says so: hresult for ((HRESULT)5)
};

// A literal such as 13000L, 0x80004001UL, 0777, 0b101 or 1'000. Nullopt for anything else, and above 64 bits.
std::optional<CNumber> parse_c_literal(std::string_view text);

// The value of a character literal, quotes included, such as 'A' or '\n'. Nullopt for several characters.
std::optional<CNumber> parse_c_character(std::string_view text);

// Applies a binary operator of C ("+", "<<", "==", "&&" ...). Nullopt for an unknown operator, a division by zero and a
// shift by less than 0 or more bits than there are.
std::optional<CNumber> apply_binary(std::string_view operation, const CNumber& a, const CNumber& b);
// Applies "+", "-", "~" or "!".
std::optional<CNumber> apply_unary(std::string_view operation, const CNumber& a);

// Converts to the type that is called `type`: one or several words, such as "unsigned long", "HRESULT" or
// "std::uint32_t". A type that is not known leaves the value as it is.
CNumber cast(const CNumber& number, std::string_view type);

// The size of a type that cast() knows; nullopt for others.
std::optional<int> type_bits(std::string_view type);

}  // namespace errpress::corpus
