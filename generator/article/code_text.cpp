#include "article/code_text.h"

#include <algorithm>
#include <array>

#include "base/name.h"

namespace errpress::article {

using base::Code;
using base::Span;

namespace {

// A switch, because std::string_view::find would call memchr for every character.
constexpr bool is_separator(char c) {
  switch (c) {
    case ' ':
    case '\t':
    case ',':
    case ';':
    case '/':
    case '(':
    case ')':
    case '-':
    case '=':
    case ':':
      return true;
    default:
      return false;
  }
}

constexpr std::array<std::string_view, 10> kPlainWords = {"or",  "and",  "hex",   "hexadecimal", "decimal",
                                                          "dec", "code", "error", "value",       "HRESULT"};

// A '-' directly after a word or another number is a hyphen, not a sign.
bool starts_number(std::string_view source, std::uint32_t at, Span span) {
  if (base::is_digit(source[at])) return true;
  const bool sign = source[at] == '-' && (at == span.begin || !base::is_name_char(source[at - 1]));
  return sign && at + 1 < span.end && base::is_digit(source[at + 1]);
}

// Stores the number in `code`; returns false if it already has a number of that form (decimal or hex).
bool store(Code& code, const NumberToken& token) {
  base::Number& slot = token.hex ? code.hex : code.decimal;
  if (slot.written()) return false;
  slot = token.number;
  return true;
}

}  // namespace

NumberToken read_number(std::string_view source, std::uint32_t at, std::uint32_t end) {
  std::uint32_t stop = at + (source[at] == '-' ? 1 : 0);
  while (stop < end && base::is_name_char(source[stop])) ++stop;
  const Span span{at, stop};
  const std::string_view digits = span.of(source);
  if (const auto value = base::parse_hex(digits)) return {{*value, span}, true, true};
  if (const auto value = base::parse_decimal(digits)) return {{*value, span}, false, true};
  return {{0, span}, digits.starts_with("0x") || digits.starts_with("0X"), false};
}

CodeText read_code_text(std::string_view source, Span span) {
  CodeText result;
  bool has_other_words = false;
  bool has_bad_number = false;
  const std::string_view text = source.substr(0, span.end);
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (starts_number(source, at, span)) {
      const NumberToken token = read_number(source, at, span.end);
      if (!token.is_number || !store(result.code, token)) has_bad_number = true;
      at = token.number.span.end;
    } else if (is_separator(text[at])) {
      ++at;
    } else {
      const std::size_t size = std::max<std::size_t>(1, base::name_prefix_size(text.substr(at)));
      if (std::find(kPlainWords.begin(), kPlainWords.end(), text.substr(at, size)) == kPlainWords.end())
        has_other_words = true;
      at += static_cast<std::uint32_t>(size);
    }
  }
  if (has_other_words) return {CodeTextKind::words, {}};
  if (has_bad_number) return {CodeTextKind::bad, {}};
  if (!result.code.written()) return {span.empty() ? CodeTextKind::empty : CodeTextKind::words, {}};
  result.kind = CodeTextKind::code;
  return result;
}

}  // namespace errpress::article
