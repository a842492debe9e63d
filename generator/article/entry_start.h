// Recognises where an entry of Related Errors begins: at the start of a line, and inside a line that holds several
// ("ERROR_A(1): text.ERROR_B: text", "ERROR_A (1), ERROR_B (2)"). Used by the reference parser. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "article/dialect.h"
#include "base/span.h"

namespace errpress::article {

using base::Span;

// The size of the dash that starts a description: "- ", an en dash or an em dash; 0 if `text` starts with none.
std::size_t dash_size(std::string_view text);

// Whether `rest`, the text after a word, allows the word to be the name of an entry: it is empty, or a parenthesis, a
// colon, a dash or a bracket with a code follows.
bool ends_name(std::string_view rest);

// The word of name characters at the start of `span`; empty if it does not start with a letter.
Span word_at(std::string_view source, Span span);

std::uint32_t skip_blanks(std::string_view source, std::uint32_t at, std::uint32_t end);

// The same for spaces of any width, such as no-break spaces.
std::uint32_t skip_spaces(std::string_view source, std::uint32_t at, std::uint32_t end);

// A square or full-width bracket around a code; `end` is behind it.
struct Bracket {
  Span inside;
  std::uint32_t end = 0;
};
// The bracket that opens at `open`; nothing if it holds anything but a code, or is a parenthesis.
std::optional<Bracket> code_bracket(std::string_view source, std::uint32_t open, std::uint32_t end);

// A bracket of any kind around a code that ends at a colon, at a dash or at the end of the line instead of being
// closed.
std::optional<Bracket> unclosed_bracket(std::string_view source, std::uint32_t open, std::uint32_t end);

// The offset of the ')' that closes the '(' at `open`; nothing if it is not among the 500 bytes from `open` on, which
// keeps a line of nothing but opening parentheses linear.
std::optional<std::uint32_t> closing_bracket(std::string_view source, std::uint32_t open, std::uint32_t end);

// One past the last byte of `line` at which the head of an entry may end, a '(' or a ':'; 0 if there is none.
std::uint32_t last_mark(std::string_view source, Span line);

// The offset at which the next entry begins inside a description: at a name that follows the end of a sentence or a
// closing parenthesis, and that has the head of an entry: "NAME: " or "NAME (4)". `span.end` if there is none.
// `mark` is last_mark() of the line.
std::uint32_t next_entry(std::string_view source, Span span, std::uint32_t mark, const Dialect& dialect);

// The offset of the name in ", NAME", directly behind a name or its code, if that name is an entry, too: "(4)", a
// colon, a dash, another comma or nothing follows. Nothing if there is none.
std::optional<std::uint32_t> entry_after_comma(std::string_view source, Span rest, const Dialect& dialect);

}  // namespace errpress::article
