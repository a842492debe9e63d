// What the engine asks of an escaper: a function that makes a value's text inert in one kind of output. The engine
// calls it for every {{value}}; which escapers there are is the caller's business. Value types, thread-safe.
#pragma once

#include <string_view>

#include "base/text_buffer.h"
#include "base/text_traits.h"

namespace errpress::mustache {

// Appends `text`, which does not lie in `out`, escaped. The traits are those of `text`, or more; they make no
// difference to what is appended. Thread-safe for different `out`.
using AppendEscaped = void (*)(base::TextBuffer& out, std::string_view text, base::Traits traits);

// `append` is called once per value, with the whole of it (or not at all, see `relevant_traits`), and appends to `out`.
// It may look at the end of `out` (is this the start of a line?) and may turn blanks of its last line into line ends,
// but changes nothing else there.
struct Escaper {
  std::string_view name;
  AppendEscaped append;
  // A text that has none of these traits is appended unchanged, so a caller may append it without calling `append`.
  base::Traits relevant_traits = base::trait::kAny;
};

}  // namespace errpress::mustache
