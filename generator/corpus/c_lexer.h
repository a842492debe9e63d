// The tokens of C in a source from without_comments. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace errpress::corpus {

constexpr bool is_c_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Removes the blanks at the front of `text`.
inline void skip_c_blanks(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_c_blank(text[size])) ++size;
  text.remove_prefix(size);
}

enum class CTokenKind : std::uint8_t {
  end,        // nothing is left
  name,       // an identifier or keyword
  number,     // a preprocessing number: integer or floating-point literal, whether it is valid or not
  character,  // a character literal, quotes included
  sign,       // an operator or punctuation mark
  other       // a string, or anything else
};

struct CToken {
  CTokenKind kind = CTokenKind::end;
  std::string_view text;
  bool is(std::string_view sign) const { return kind == CTokenKind::sign && text == sign; }
};

// Removes blanks and then the first token from the front of `text`, and returns the token. A literal without its
// closing quote is a token of the kind `other`, up to the end.
CToken take_token(std::string_view& text);

// The size of the identifier at the start of `text`; 0 if there is none.
std::size_t identifier_size(std::string_view text);

}  // namespace errpress::corpus
