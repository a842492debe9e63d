// Splits a sentence into tokens. Emphasis, quotes and blanks of all kinds are no tokens, so they never change what is
// read. Linear in the text. Not thread-safe: create one per article.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/code.h"
#include "base/code_text.h"
#include "base/span.h"
#include "claims/names.h"
#include "claims/words.h"

namespace errpress::claims {

using base::Span;

enum class TokenKind : std::uint8_t {
  word,
  name,      // the name of an error, or what looks like one
  capitals,  // a word of capitals and digits that only a title can make a name: "E0277"
  number,
  open,   // ( [ {
  close,  // ) ] }
  comma,
  colon,
  equals,  // = := -> and the like
  dash,
  hyphen,  // a dash with nothing beside it
  slash,
  bar,
  comment,     // what begins or ends a comment of source code: // /* */ #
  possessive,  // 's
  stop,        // the end of the sentence
  other,
};

struct Token {
  TokenKind kind = TokenKind::other;
  Span span = {};
  WordClasses classes = 0;                        // of a word
  base::Number number = {};                       // of a number
  bool hex = false;                               // number: hexadecimal
  bool bare = false;                              // number: digits that may be hexadecimal without a prefix
  bool is_decimal = false;                        // number: a decimal (which may be bare, too)
  base::CodeFault fault = base::CodeFault::none;  // number: why it has no value; only of numbers a little too long
  bool hex_column = false;                        // number: in a column of a table whose head says hexadecimal
  bool square = false;                            // open: a square bracket
  bool glued = false;                             // nothing stands between this token and the one before it
  bool soft = false;  // may be passed over: what stands between an entry's name and its description

  bool is(WordClasses any) const { return kind == TokenKind::word && (classes & any) != 0; }
};

class Tokenizer {
 public:
  // Keeps references to its arguments. `own_name` is the name in the article's title, or empty.
  Tokenizer(std::string_view source, const Names& names, std::string_view own_name)
      : source_(source), names_(names), own_name_(own_name) {}

  // Appends the tokens of `text` from the offset `at` to the end of the sentence; returns where the next one begins.
  // Stops after `most` tokens.
  std::uint32_t read_sentence(Span text, std::uint32_t at, std::size_t most, std::vector<Token>& tokens);

 private:
  bool skip_trivia(Span text, std::uint32_t& at) const;
  bool begins_item(Span text, std::uint32_t from, std::uint32_t at) const;
  Token read_token(Span text, std::uint32_t at) const;
  Token read_word(Span text, std::uint32_t at) const;
  Token read_number(Span text, std::uint32_t at, std::uint32_t minus) const;
  Token read_mark(Span text, std::uint32_t at) const;
  std::uint32_t comment_size(Span text, std::uint32_t at) const;
  bool comment_follows(Span text, std::uint32_t at) const;
  TokenKind word_kind(std::string_view word, WordClasses classes) const;
  TokenKind stop_kind(Span text, std::uint32_t at) const;
  TokenKind dash_kind(Span text, std::uint32_t at, std::uint32_t size) const;
  bool is_joined(Span text, Span number, bool hex) const;
  char at_or_blank(Span text, std::uint32_t at) const { return at < text.end ? source_[at] : ' '; }
  char before(Span text, std::uint32_t at) const { return at > text.begin ? source_[at - 1] : ' '; }

  std::string_view source_;
  const Names& names_;
  std::string_view own_name_;
};

// Index of the first digit in [at, end), or end. Looks at sixteen bytes at once.
std::uint32_t find_digit(std::string_view source, std::uint32_t at, std::uint32_t end);

// Where the sentence begins that has the offset `at`, at most `most` bytes before it.
std::uint32_t sentence_begin(std::string_view source, Span text, std::uint32_t at, std::uint32_t most);

}  // namespace errpress::claims
