#include "corpus/c_lexer.h"

#include <algorithm>
#include <array>

#include "base/name.h"

namespace errpress::corpus {

namespace {

constexpr std::array<std::string_view, 15> kTwoCharacterSigns = {"<<", ">>", "<=", ">=", "==", "!=", "&&", "||",
                                                                 "##", "::", "->", "+=", "-=", "++", "--"};

std::size_t name_size(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), base::is_name_char) - text.begin());
}

// A number goes on with letters, digits, dots, the sign of an exponent and digit separators.
std::size_t number_size(std::string_view text) {
  std::size_t size = 1;
  for (; size < text.size(); ++size) {
    const char c = text[size];
    const bool is_hex = text.size() > 1 && (text[1] | 0x20) == 'x';
    const bool is_exponent = (c == '+' || c == '-') && !is_hex && (text[size - 1] | 0x20) == 'e';
    const bool is_separator = c == '\'' && size + 1 < text.size() && base::is_name_char(text[size + 1]);
    if (!base::is_name_char(c) && c != '.' && !is_exponent && !is_separator) break;
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
  text.remove_prefix(std::min(text.find_first_not_of(kCBlanks), text.size()));
  const auto take = [&](CTokenKind kind, std::size_t size) {
    const CToken token{kind, text.substr(0, size)};
    text.remove_prefix(token.text.size());
    return token;
  };
  if (text.empty()) return {};
  const char first = text.front();
  if (base::is_digit(first) || (first == '.' && text.size() > 1 && base::is_digit(text[1]))) {
    return take(CTokenKind::number, number_size(text));
  }
  if (base::is_name_char(first)) return take(CTokenKind::name, name_size(text));
  if (first == '\'' || first == '"') {
    const std::size_t size = literal_size(text);
    if (size == 0) return take(CTokenKind::other, text.size());
    return take(first == '\'' ? CTokenKind::character : CTokenKind::other, size);
  }
  const std::string_view two = text.substr(0, 2);
  const bool is_two = std::find(kTwoCharacterSigns.begin(), kTwoCharacterSigns.end(), two) != kTwoCharacterSigns.end();
  const bool is_sign = std::string_view("()[]{}<>|&^~!+-*/%?:;,=.#").find(first) != std::string_view::npos;
  return take(is_sign ? CTokenKind::sign : CTokenKind::other, is_two ? 2 : 1);
}

}  // namespace errpress::corpus
