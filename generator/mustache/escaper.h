// The interface of an escaper: a function that makes the text of a value inert in one kind of output. The engine
// applies it to every {{value}}; the caller supplies the escapers. Value types, thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::mustache {

// Appends `text` in escaped form to `out`. `text` must not point into `out`. `traits` are those of `text` or a
// superset; they do not affect the result. Thread-safe for different `out`.
using AppendEscaped = void (*)(base::TextBuffer& out, std::string_view text, base::Traits traits);

// `append` is called at most once per value (see `relevant_traits`), with the whole text. It may inspect the end of
// `out` (to see whether a line starts there) and may turn blanks of the last line of `out` into line ends, but must not
// change anything else already in `out`.
struct Escaper {
  std::string_view name;
  AppendEscaped append;
  // Text with none of these traits is appended unchanged, so the caller may append it without calling `append`.
  base::Traits relevant_traits = base::trait::kAny;
};

}  // namespace errpress::mustache
