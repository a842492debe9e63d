// Makes text of articles, paths, keys, arguments and messages safe to print on a terminal, and measures its width in
// columns. Whatever the bytes are, the output does not move the cursor, change colours, hide text or reorder the text
// around it.
// Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace errpress::base {

// One code point and how it is displayed, which `form` selects.
struct Glyph {
  enum class Form : std::uint8_t {
    plain,    // unchanged
    tab,      // four spaces
    picture,  // C0 and DEL: the control picture, U+2400 to U+2421
    escape,   // other invisible characters (C1, bidi controls, zero-width characters): <U+202E>
    invalid,  // a byte that is not UTF-8: U+FFFD
  };
  char32_t value = 0;
  std::uint8_t size = 1;     // bytes in the source
  std::uint8_t columns = 1;  // on the terminal
  Form form = Form::plain;
};

// Returns the glyph at `text[at]`; `at` must be less than text.size().
Glyph read_glyph(std::string_view text, std::size_t at);

// Appends the displayed form of a glyph that was read from `text[at]`.
void append_glyph(std::string& out, std::string_view text, std::size_t at, const Glyph& glyph);

// The first byte at or after `at` that is not printable ASCII (0x20 to 0x7E), or text.size(): up to there, each byte is
// a plain glyph of one column.
std::size_t printable_ascii_end(std::string_view text, std::size_t at);

// Appends `text` as one line (line ends are displayed as control pictures).
void append_printable(std::string& out, std::string_view text);

std::string printable(std::string_view text);

// Appends text of several lines: each LF is kept.
void append_printable_lines(std::string& out, std::string_view text);

// Appends JSON in which all characters outside strings are ASCII, writing the characters that append_printable would
// change as \uXXXX, so that the meaning of the JSON stays the same. Line ends are kept; bytes that are not UTF-8 become
// U+FFFD.
void append_printable_json(std::string& out, std::string_view json);

// Returns the width of `text` in columns; stops counting once `limit` is exceeded.
std::size_t count_columns(std::string_view text, std::size_t limit = SIZE_MAX);

}  // namespace errpress::base
