// Codes as articles write them: a 32-bit value, stated in decimal, in hexadecimal, or both.
// A negative decimal is the same 32 bits read as a signed number (HRESULT, NTSTATUS: [MS-ERREF] 2.1 and 2.3).
// Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/name.h"
#include "base/span.h"

namespace errpress::base {

// How a number is written, so that messages can quote it when the text is gone.
struct Notation {
  std::uint8_t digits = 0;       // how many, with leading zeros; 0 if it was not read from text, 255 if there are more
  bool minus : 1 = false;        // has a minus
  bool typographic : 1 = false;  // which is not '-' but U+2212 or a dash
  bool prefix : 1 = false;       // has "0x"
  bool lower : 1 = false;        // has hex digits in lower case
  friend bool operator==(const Notation&, const Notation&) = default;
};

// One number as written. `span` covers its digits including sign and "0x"; it is empty if the number is absent.
struct Number {
  std::uint32_t value = 0;
  Span span = {};
  Notation notation = {};
  bool written() const { return !span.empty(); }
};

// A code and how it is written. If the two numbers differ, neither is assumed to be correct.
struct Code {
  Number decimal;
  Number hex;

  bool written() const { return decimal.written() || hex.written(); }
  bool mismatched() const { return decimal.written() && hex.written() && decimal.value != hex.value; }
  // The value that the code states; nullopt if no number is written or the two differ.
  std::optional<std::uint32_t> value() const;
  bool states_twice() const { return decimal.written() && hex.written() && decimal.value == hex.value; }
  bool states(std::uint32_t v) const {
    return (decimal.written() && decimal.value == v) || (hex.written() && hex.value == v);
  }
  // Covers both numbers, or the one that is written.
  Span span() const;
};

// The value of a hexadecimal digit, or 16 for any other character. (std::from_chars builds a table on every call, which
// takes longer than converting the digits.)
constexpr std::uint32_t hex_digit_value(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (is_digit(c)) return byte - std::uint32_t{'0'};
  return is_hex_digit(c) ? (byte | 0x20U) - 'a' + 10 : 16;
}

// Parses "13003" or "-2147024891". Returns nullopt for anything else, including a "+" sign and values outside [-2^31,
// 2^32).
std::optional<std::uint32_t> parse_decimal(std::string_view digits);

// Parses "0x32CB" or "0X80070005": 1 to 8 digits of either case after the prefix. Returns nullopt for anything else.
std::optional<std::uint32_t> parse_hex(std::string_view digits);

// The number as it was written: "02147750020", "-5", "0x0000ab", "F35". Hexadecimal digits are in one case.
std::string quote_decimal(const Number& number);
std::string quote_hex(const Number& number);

// Formats as "0x32CB": upper case, no padding.
std::string format_hex(std::uint32_t value);

// Formats as "13002 (0x32CA)", the form that messages use.
std::string format_code(std::uint32_t value);

}  // namespace errpress::base
