#include "corpus/c_lexer.h"

#include <array>

#include "base/name.h"

namespace errpress::corpus {

namespace {

enum class Class : std::uint8_t { other, name, digit, quote, sign };

constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (base::is_name_char(static_cast<char>(c))) classes[c] = Class::name;
    if (base::is_digit(static_cast<char>(c))) classes[c] = Class::digit;
  }
  for (const char c : std::string_view("()[]{}<>|&^~!+-*/%?:;,=.#"))
    classes[static_cast<unsigned char>(c)] = Class::sign;
  classes['\''] = classes['"'] = Class::quote;
  return classes;
}();

Class class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

bool is_name_part(char c) { return class_of(c) == Class::name || class_of(c) == Class::digit; }

// The size of the operator at the start of `text`: those that repeat a character or end in '=' have two.
std::size_t sign_size(std::string_view text) {
  if (text.size() < 2) return 1;
  const char first = text[0];
  const char second = text[1];
  if (first == second) return std::string_view("<>=&|#:+-").find(first) != std::string_view::npos ? 2 : 1;
  if (second == '=') return std::string_view("<>!+-").find(first) != std::string_view::npos ? 2 : 1;
  return first == '-' && second == '>' ? 2 : 1;
}

std::size_t name_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_name_part(text[size])) ++size;
  return size;
}

// A number goes on with letters, digits, dots, the sign of an exponent and digit separators.
std::size_t number_size(std::string_view text) {
  std::size_t size = 1;
  for (; size < text.size(); ++size) {
    const char c = text[size];
    const bool is_hex = text.size() > 1 && (text[1] | 0x20) == 'x';
    const bool is_exponent = (c == '+' || c == '-') && !is_hex && (text[size - 1] | 0x20) == 'e';
    const bool is_separator = c == '\'' && size + 1 < text.size() && base::is_name_char(text[size + 1]);
    if (!is_name_part(c) && c != '.' && !is_exponent && !is_separator) break;
  }
  return size;
}

// With its quotes; 0 if the closing one is missing.
std::size_t literal_size(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == text.front()) return i + 1;
    if (text[i] == '\\') ++i;
  }
  return 0;
}

}  // namespace

std::size_t identifier_size(std::string_view text) {
  return text.empty() || base::is_digit(text.front()) ? 0 : name_size(text);
}

CToken take_token(std::string_view& text) {
  skip_c_blanks(text);
  const auto take = [&](CTokenKind kind, std::size_t size) {
    const CToken token{kind, {text.data(), size}};
    text.remove_prefix(size);
    return token;
  };
  if (text.empty()) return {};
  const char first = text.front();
  switch (class_of(first)) {
    case Class::name:
      return take(CTokenKind::name, name_size(text));
    case Class::digit:
      return take(CTokenKind::number, number_size(text));
    case Class::quote: {
      const std::size_t size = literal_size(text);
      if (size == 0) return take(CTokenKind::other, text.size());
      return take(first == '\'' ? CTokenKind::character : CTokenKind::other, size);
    }
    case Class::sign:
      if (first == '.' && text.size() > 1 && base::is_digit(text[1]))
        return take(CTokenKind::number, number_size(text));
      return take(CTokenKind::sign, sign_size(text));
    case Class::other:
      break;
  }
  return take(CTokenKind::other, 1);
}

}  // namespace errpress::corpus
