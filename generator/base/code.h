// Codes as articles write them: a 32-bit value, said in decimal, in hexadecimal, or both.
// Negative decimals are the signed reading of the same 32 bits (HRESULT, NTSTATUS: [MS-ERREF] 2.1 and 2.3).
// Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace errpress::base {

// One written number. `span` covers its digits with sign and "0x"; it is empty where the number was not written.
struct Number {
  std::uint32_t value = 0;
  Span span;
  bool written() const { return !span.empty(); }
};

// A code with how it was written. Neither number is taken to be the right one when they differ.
struct Code {
  Number decimal;
  Number hex;

  bool written() const { return decimal.written() || hex.written(); }
  bool mismatched() const { return decimal.written() && hex.written() && decimal.value != hex.value; }
  // The one value that the code states; nothing where none is written or the two differ.
  std::optional<std::uint32_t> value() const;
  bool states_twice() const { return decimal.written() && hex.written() && decimal.value == hex.value; }
  bool states(std::uint32_t v) const {
    return (decimal.written() && decimal.value == v) || (hex.written() && hex.value == v);
  }
  // Both numbers, or as much of them as there is.
  Span span() const;
};

// "13003", "-2147024891"; nothing for anything else, signs other than '-', or values outside [-2^31, 2^32).
std::optional<std::uint32_t> parse_decimal(std::string_view digits);

// "0x32CB", "0X80070005" with 1 to 8 digits of either case after the prefix; nothing for anything else.
std::optional<std::uint32_t> parse_hex(std::string_view digits);

// "0x32CB": upper case, no padding.
std::string format_hex(std::uint32_t value);

// "13002 (0x32CA)": how messages name a code.
std::string format_code(std::uint32_t value);

}  // namespace errpress::base
