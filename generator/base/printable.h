// Text of articles, paths, keys, arguments and messages made safe to show on a terminal, and measured in its columns:
// whatever the bytes, nothing moves the cursor, changes a colour, hides, or reorders what stands around it.
// Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace errpress::base {

// One code point as it is shown. `form` says how:
struct Glyph {
  enum class Form : std::uint8_t {
    plain,    // as it is
    tab,      // four spaces
    picture,  // C0 and DEL: its control picture, U+2400 and on
    escape,   // other invisible characters (C1, bidi controls, zero-width ones ...): <U+202E>
    invalid,  // a byte that is not UTF-8: U+FFFD
  };
  char32_t value = 0;
  std::uint8_t size = 1;     // bytes in the source
  std::uint8_t columns = 1;  // on the terminal
  Form form = Form::plain;
};

// The glyph at `text[at]`; `at` must be inside.
Glyph read_glyph(std::string_view text, std::size_t at);

// Appends what is shown for a glyph that was read from `text[at]`.
void append_glyph(std::string& out, std::string_view text, std::size_t at, const Glyph& glyph);

// Appends the whole of `text` on one line (line ends are shown as pictures).
void append_printable(std::string& out, std::string_view text);

std::string printable(std::string_view text);

// The same for text of several lines: each line end (LF) stays one.
void append_printable_lines(std::string& out, std::string_view text);

// JSON, whose characters outside strings are all ASCII, with the same characters written as \uXXXX: what it says stays
// the same. Line ends stay; bytes that are not UTF-8 become U+FFFD.
void append_printable_json(std::string& out, std::string_view json);

// The columns that `text` takes; counting stops once `limit` is passed.
std::size_t count_columns(std::string_view text, std::size_t limit = SIZE_MAX);

}  // namespace errpress::base
