#include "lint/slip.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "lint/words.h"

namespace errpress::lint {

namespace {

// Whether `a` becomes `b` when two neighbouring characters change places.
bool is_swap(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto first = std::mismatch(a.begin(), a.end(), b.begin());
  const auto at = static_cast<std::size_t>(first.first - a.begin());
  if (at + 1 >= a.size()) return false;
  return a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

// Whether `longer` becomes `shorter` when one character is left out.
bool is_one_left_out(std::string_view longer, std::string_view shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const auto first = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(first.first, shorter.end(), first.second + 1);
}

// What two texts of digits in one notation differ in. One or two digits differ by chance.
std::string digits_slip(std::string_view right, std::string_view wrong, std::string_view written) {
  constexpr std::size_t kMinDigits = 3;
  if (right.size() < kMinDigits) return {};
  if (is_swap(right, wrong)) return fmt::format("two digits of {} are swapped", written);
  if (is_one_left_out(right, wrong)) return fmt::format("{} lacks a digit of the code", written);
  if (is_one_left_out(wrong, right)) return fmt::format("{} has a digit too many", written);
  return {};
}

// Without leading zeros, with "-" for every kind of minus.
std::string plain_decimal(const base::Number& number) {
  return number.notation.minus ? fmt::format("{}", static_cast<std::int32_t>(number.value))
                               : fmt::format("{}", number.value);
}

std::string decimal_slip(std::uint32_t right, const base::Number& wrong) {
  const std::string written = base::quote_decimal(wrong);
  const std::string plain = plain_decimal(wrong);
  const std::string digits = fmt::format("{}", right);
  if (right >= 10 && fmt::format("{:X}", right) == plain) {
    return fmt::format("{} has the digits of the hexadecimal number, without 0x", written);
  }
  if (wrong.value == 0U - right) return fmt::format("{} has the wrong sign", written);
  if (plain == fmt::format("{:o}", right) && right >= 8)
    return fmt::format("{} has the digits of the octal number", written);
  if (!wrong.notation.minus) return digits_slip(digits, plain, written);
  const auto negative = static_cast<std::int32_t>(right);
  return negative < 0 ? digits_slip(fmt::format("{}", negative), plain, written) : std::string();
}

std::string hex_slip(std::uint32_t right, const base::Number& wrong) {
  const std::string written = base::quote_hex(wrong);
  const std::string digits = fmt::format("{:X}", wrong.value);
  if (right >= 10 && digits == fmt::format("{}", right)) {
    return fmt::format("{} has the decimal digits of the code behind 0x", written);
  }
  return digits_slip(fmt::format("{:X}", right), digits, written);
}

std::optional<std::uint32_t> read_octal(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 8);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string slip(std::uint32_t right, const base::Code& wrong) {
  std::string text;
  if (wrong.hex.written()) text = hex_slip(right, wrong.hex);
  if (text.empty() && wrong.decimal.written()) text = decimal_slip(right, wrong.decimal);
  return text;
}

std::string slip_between(const base::Code& code) {
  const std::string decimal = base::quote_decimal(code.decimal);
  const std::string hex = base::quote_hex(code.hex);
  const std::string plain = plain_decimal(code.decimal);
  if (read_octal(plain) == code.hex.value) return fmt::format("read as octal, {} is {}", decimal, hex);
  if (plain == fmt::format("{:X}", code.hex.value)) return fmt::format("{} has the digits of {}", hex, decimal);
  if (code.decimal.value == 0U - code.hex.value) {
    return code.decimal.notation.minus ? fmt::format("without its minus, {} is {}", decimal, hex)
                                       : fmt::format("with a minus, {} is {}", decimal, hex);
  }
  return {};
}

}  // namespace errpress::lint
