// The escapers that a target can name: how a value's text becomes inert in one kind of output. The template engine
// calls one for every {{value}}. All first clean the text (clean_text.h): invalid UTF-8 and control characters become
// U+FFFD, white space collapses (`html` alone keeps it). What each one's output is safe in stands in its own header.
// The table is constant; every `append` is thread-safe for different `out`.
#pragma once

#include <span>
#include <string_view>

#include "render/escape/text_buffer.h"
#include "render/escape/text_traits.h"

namespace errpress::render {

// Appends `text`, which does not lie in `out`, escaped. The traits are those of `text`, or more; they make no
// difference to what is appended.
using AppendEscaped = void (*)(TextBuffer& out, std::string_view text, Traits traits);

// `append` is called once per value, with the whole of it (or not at all, see `cares`), and appends to `out`. It may
// look at the end of `out` (is this the start of a line?) but changes nothing there, except that `roff` may turn blanks
// of its last line into line ends.
struct Escaper {
  std::string_view name;
  AppendEscaped append;
  // A text that has none of these traits is appended as it stands, so that a caller may do so itself.
  Traits cares = trait::kAny;
};

// Every escaper there is, in the order in which they are documented.
std::span<const Escaper> escapers();

// The escaper of that name, or nullptr.
const Escaper* find_escaper(std::string_view name);

}  // namespace errpress::render
