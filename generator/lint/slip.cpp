#include "lint/slip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
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

// How two texts of digits in one notation differ. One or two digits differ by chance.
enum class DigitSlip : std::uint8_t { none, swapped, left_out, too_many };

DigitSlip digit_slip(std::string_view right, std::string_view wrong) {
  constexpr std::size_t kMinDigits = 3;
  if (right.size() < kMinDigits) return DigitSlip::none;
  if (is_swap(right, wrong)) return DigitSlip::swapped;
  if (is_one_left_out(right, wrong)) return DigitSlip::left_out;
  return is_one_left_out(wrong, right) ? DigitSlip::too_many : DigitSlip::none;
}

std::string describe(DigitSlip slip, const std::string& written) {
  switch (slip) {
    case DigitSlip::swapped:
      return fmt::format("two digits of {} are swapped", written);
    case DigitSlip::left_out:
      return written + " lacks a digit of the code";
    case DigitSlip::too_many:
      return written + " has a digit too many";
    case DigitSlip::none:
      break;
  }
  return {};
}

// The digits of a number without leading zeros, hexadecimal ones in lower case. Allocates nothing, because most numbers
// have no slip.
class Digits {
 public:
  template <typename Integer>
  explicit Digits(Integer value, int base = 10) {
    end_ = std::to_chars(text_.data(), text_.data() + text_.size(), value, base).ptr;
  }

  operator std::string_view() const { return {text_.data(), static_cast<std::size_t>(end_ - text_.data())}; }
  friend bool operator==(const Digits& a, const Digits& b) { return std::string_view(a) == std::string_view(b); }

 private:
  std::array<char, 16> text_{};
  const char* end_ = nullptr;
};

Digits signed_digits(std::uint32_t value) { return Digits(static_cast<std::int32_t>(value)); }

Digits decimal_digits(const base::Number& number) {
  return number.notation.minus ? signed_digits(number.value) : Digits(number.value);
}

std::string decimal_slip(std::uint32_t right, const base::Number& wrong) {
  const Digits digits = decimal_digits(wrong);
  const auto written = [&] { return base::quote_decimal(wrong); };
  if (right >= 10 && digits == Digits(right, 16)) {
    return written() + " has the digits of the hexadecimal number, without 0x";
  }
  if (wrong.value == 0U - right) return written() + " has the wrong sign";
  if (right >= 8 && digits == Digits(right, 8)) return written() + " has the digits of the octal number";
  const bool minus = wrong.notation.minus;
  if (minus && static_cast<std::int32_t>(right) >= 0) return {};
  const DigitSlip slip = digit_slip(minus ? signed_digits(right) : Digits(right), digits);
  return slip == DigitSlip::none ? std::string() : describe(slip, written());
}

std::string hex_slip(std::uint32_t right, const base::Number& wrong) {
  const Digits digits(wrong.value, 16);
  if (right >= 10 && digits == Digits(right)) {
    return base::quote_hex(wrong) + " has the decimal digits of the code behind 0x";
  }
  const DigitSlip slip = digit_slip(Digits(right, 16), digits);
  return slip == DigitSlip::none ? std::string() : describe(slip, base::quote_hex(wrong));
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
  const Digits digits = decimal_digits(code.decimal);
  if (read_octal(digits) == code.hex.value) return fmt::format("read as octal, {} is {}", decimal, hex);
  if (digits == Digits(code.hex.value, 16)) return fmt::format("{} has the digits of {}", hex, decimal);
  if (code.decimal.value == 0U - code.hex.value) {
    return code.decimal.notation.minus ? fmt::format("without its minus, {} is {}", decimal, hex)
                                       : fmt::format("with a minus, {} is {}", decimal, hex);
  }
  return {};
}

}  // namespace errpress::lint
