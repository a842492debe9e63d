#include "lint/slip.h"

#include <fmt/format.h>

#include <algorithm>
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

std::string decimal_slip(std::uint32_t right, const base::Number& wrong) {
  const std::string written = written_decimal(wrong);
  const std::string digits = fmt::format("{}", right);
  if (right >= 10 && fmt::format("{:X}", right) == written) {
    return fmt::format("{} has the digits of the hexadecimal number, without 0x", written);
  }
  if (wrong.value == 0U - right) return fmt::format("{} has the wrong sign", written);
  if (written == fmt::format("{:o}", right) && right >= 8)
    return fmt::format("{} has the digits of the octal number", written);
  if (!written.starts_with('-')) return digits_slip(digits, written, written);
  const auto negative = static_cast<std::int32_t>(right);
  return negative < 0 ? digits_slip(fmt::format("{}", negative), written, written) : std::string();
}

std::string hex_slip(std::uint32_t right, const base::Number& wrong) {
  const std::string written = base::format_hex(wrong.value);
  const std::string digits = fmt::format("{:X}", wrong.value);
  if (right >= 10 && digits == fmt::format("{}", right)) {
    return fmt::format("{} has the decimal digits of the code behind 0x", written);
  }
  return digits_slip(fmt::format("{:X}", right), digits, written);
}

}  // namespace

std::string slip(std::uint32_t right, const base::Code& wrong) {
  std::string text;
  if (wrong.hex.written()) text = hex_slip(right, wrong.hex);
  if (text.empty() && wrong.decimal.written()) text = decimal_slip(right, wrong.decimal);
  return text;
}

}  // namespace errpress::lint
