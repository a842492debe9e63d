#include "lint/rewrite.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "lint/words.h"

namespace errpress::lint {

namespace {

std::size_t hex_digits(std::uint32_t value) { return fmt::format("{:X}", value).size(); }

// Keeps the prefix "0x" or its absence ("20D8"), and the width if there are leading zeros.
std::string write_hex(const base::Number& old, std::uint32_t code) {
  constexpr std::size_t kPrefix = 2;
  const bool prefixed = old.span.size() >= hex_digits(old.value) + kPrefix;
  const std::size_t width = old.span.size() - (prefixed ? kPrefix : 0);
  const bool padded = width > hex_digits(old.value);
  return fmt::format("{}{:0{}X}", prefixed ? "0x" : "", code, padded ? width : 1);
}

std::string write_decimal(const base::Number& old, std::uint32_t code, bool family_is_signed) {
  return is_written_signed(old, code, family_is_signed) ? fmt::format("{}", static_cast<std::int32_t>(code))
                                                        : fmt::format("{}", code);
}

}  // namespace

std::optional<std::string> rewritten(const corpus::Claim& claim, const base::Code& bad, std::uint32_t code,
                                     bool family_is_signed) {
  if (!bad.written()) return std::nullopt;
  if (!bad.hex.written()) return write_decimal(bad.decimal, code, family_is_signed);
  if (!bad.decimal.written()) return write_hex(bad.hex, code);
  const bool decimal_first = bad.decimal.span.begin < bad.hex.span.begin;
  const std::uint32_t gap =
      decimal_first ? bad.hex.span.begin - bad.decimal.span.end : bad.decimal.span.begin - bad.hex.span.end;
  if (gap == 0 || gap > claim.between.size()) return std::nullopt;
  const std::string_view between(claim.between.data(), gap);
  const std::string decimal = write_decimal(bad.decimal, code, family_is_signed);
  const std::string hex = write_hex(bad.hex, code);
  return fmt::format("{}{}{}", decimal_first ? decimal : hex, between, decimal_first ? hex : decimal);
}

}  // namespace errpress::lint
