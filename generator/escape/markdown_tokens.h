// Finds words that Markdown readers interpret even if every character is escaped, because they look for them after
// decoding entities: URLs, mail addresses, mentions and emoji names. Also finds words that should be formatted as code:
// names of errors and hexadecimal numbers. Used by the Markdown escapers only. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/name.h"
#include "base/text_traits.h"

namespace errpress::escape {

using base::is_letter;
using base::is_letter_or_digit;
using base::Place;

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  constexpr std::size_t size() const { return end - begin; }
  constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
};

// Whether a code span may contain the character in every reader: it does not end the span, start a template expression
// or split a table cell.
bool is_code_char(char c);

// The longest run of code characters around `at` that does not begin before `floor`. `text[at]` belongs to the run.
Token code_run(std::string_view text, std::size_t at, std::size_t floor);

// The longest run of name characters around `at` that does not begin before `floor`. `text[at]` belongs to the run.
Token name_run(std::string_view text, std::size_t at, std::size_t floor);

// Whether some reader interprets a run of code characters as more than text: "://", "www.", an '@' before a word,
// ":word:".
bool is_linklike(std::string_view text, Token run);

// The run without the punctuation of the surrounding sentence: ( ' * at the start, and punctuation at the end.
Token trim_linklike(std::string_view text, Token run);

// Whether a word should be formatted as code: [A-Z0-9_]+ that contains a '_' and another character, or 0x and
// hexadecimal digits.
bool reads_as_code(std::string_view word);

}  // namespace errpress::escape
