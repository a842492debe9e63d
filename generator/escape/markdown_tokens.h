// The words that Markdown readers find in plain text even where every character is escaped, because they look after
// entities are decoded: URLs, mail addresses, mentions and emoji names. And the words that read best as code: names of
// errors and hexadecimal numbers. Used by the Markdown escapers only. Pure functions, thread-safe.
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

// Characters that a code span may hold in every reader: none ends it, starts a template's expression or splits a cell.
bool is_code_char(char c);

// The longest run of code characters around `at` that does not begin before `floor`.
Token code_run(std::string_view text, std::size_t at, std::size_t floor);

// The longest run of name characters around `at` that does not begin before `floor`.
Token name_run(std::string_view text, std::size_t at, std::size_t floor);

// Whether some reader makes more of a run of code characters than text: "://", "www.", an '@' before a word, ":word:".
bool is_linklike(std::string_view text, Token run);

// The run without what belongs to the sentence around it: ( ' * in front, and punctuation at its end.
Token trim_linklike(std::string_view text, Token run);

// [A-Z0-9_]+ with a '_' in it and not only that, or 0x and hexadecimal digits.
bool reads_as_code(std::string_view word);

}  // namespace errpress::escape
