#include "lint/words.h"

#include <fmt/format.h>

#include "base/name.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace errpress::lint {

namespace {

constexpr std::size_t kMaxQuoted = 60;

// Line and paragraph separators break a line for some readers, although they are not control characters.
bool breaks_line(char32_t c) { return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029; }

char32_t quotable(char32_t c) {
  if (breaks_line(c)) return ' ';
  return base::is_invisible(c) ? base::kReplacement : c;
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) {
    if (length == kMaxQuoted) {
      out += "…";
      break;
    }
    const base::CodePoint point = base::decode(text, at);
    base::append_utf8(out, quotable(point.value));
    at += point.size;
  }
  out += '"';
  return out;
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
    out += words[i];
  }
  return out;
}

std::string how_many(std::size_t count, bool more) {
  if (count == 2 && !more) return "two";
  return fmt::format("{}{}", more ? "more than " : "", count);
}

std::string capitals(std::string_view name) {
  std::string text(name);
  for (char& c : text) c = base::to_upper(c);
  return text;
}

std::string format_code_point(char32_t value) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(value)); }

bool is_written_signed(const base::Number& like, std::uint32_t value, bool family_is_signed) {
  constexpr std::uint32_t kFirstNegative = 0x80000000;
  if (value < kFirstNegative) return false;
  if (like.notation.minus || (like.written() && like.value == 0U - value)) return true;
  return family_is_signed && like.value < kFirstNegative;
}

std::string format_like(const base::Code& like, std::uint32_t value, bool family_is_signed) {
  constexpr std::uint32_t kFirstNegative = 0x80000000;
  if (value < kFirstNegative) return base::format_code(value);
  if (like.hex.written() && !like.decimal.written()) return base::format_hex(value);
  return is_written_signed(like.decimal, value, family_is_signed)
             ? fmt::format("{} ({})", static_cast<std::int32_t>(value), base::format_hex(value))
             : base::format_code(value);
}

std::string stated(const base::Code& code, std::string_view joined_by) {
  if (!code.written()) return {};
  if (!code.hex.written()) return base::quote_decimal(code.decimal);
  if (!code.decimal.written()) return base::quote_hex(code.hex);
  const std::string decimal = base::quote_decimal(code.decimal);
  const std::string hex = base::quote_hex(code.hex);
  return code.mismatched() ? fmt::format("{} {} {}", decimal, joined_by, hex) : fmt::format("{} ({})", decimal, hex);
}

}  // namespace errpress::lint
