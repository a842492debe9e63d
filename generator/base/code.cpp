#include "base/code.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/name.h"

namespace errpress::base {

std::optional<std::uint32_t> Code::value() const {
  if (mismatched()) return std::nullopt;
  if (decimal.written()) return decimal.value;
  if (hex.written()) return hex.value;
  return std::nullopt;
}

Span Code::span() const {
  if (!decimal.written()) return hex.span;
  if (!hex.written()) return decimal.span;
  return {std::min(decimal.span.begin, hex.span.begin), std::max(decimal.span.end, hex.span.end)};
}

std::optional<std::uint32_t> parse_decimal(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::uint32_t>::max())
    return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

std::optional<std::uint32_t> parse_hex(std::string_view digits) {
  if (digits.size() < 3 || digits.size() > 10 || digits[0] != '0' || (digits[1] | 0x20) != 'x') return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = 2; i < digits.size(); ++i) {
    const std::uint32_t digit = hex_digit_value(digits[i]);
    if (digit > 15) return std::nullopt;
    value = value << 4 | digit;
  }
  return value;
}

std::string quote_decimal(const Number& number) {
  const Notation& notation = number.notation;
  const std::uint32_t size = notation.minus ? 0 - number.value : number.value;
  const std::string_view minus = !notation.minus ? "" : notation.typographic ? "\u2212" : "-";
  return fmt::format("{}{:0{}}", minus, size, std::max<int>(notation.digits, 1));
}

std::string quote_hex(const Number& number) {
  const Notation& notation = number.notation;
  const int width = std::max<int>(notation.digits, 1);
  const std::string digits =
      notation.lower ? fmt::format("{:0{}x}", number.value, width) : fmt::format("{:0{}X}", number.value, width);
  return notation.prefix || notation.digits == 0 ? "0x" + digits : digits;
}

std::string format_hex(std::uint32_t value) { return fmt::format(FMT_COMPILE("0x{:X}"), value); }

std::string format_code(std::uint32_t value) { return fmt::format(FMT_COMPILE("{} (0x{:X})"), value, value); }

}  // namespace errpress::base
