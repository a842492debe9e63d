// The colours of a text report as terminal escape sequences. The command knows the output stream and decides whether to
// use colour, with use_colour. Pure functions, thread-safe.
#pragma once

#include <string_view>

#include "lint/diagnostic.h"

namespace errpress::report {

// Styled text is followed by `reset`. All strings are empty in a report without colour.
struct Palette {
  std::string_view error;
  std::string_view warning;
  std::string_view info;
  std::string_view frame;   // gutter, arrows, secondary marks
  std::string_view strong;  // messages
  std::string_view reset;

  std::string_view of(lint::Severity severity) const;
};

const Palette& palette(bool colour);

// Whether to use colour: only on a terminal that supports it, and not if NO_COLOR is set to a non-empty value
// (no-color.org). `no_color` and `term` are the values of NO_COLOR and TERM, or null if unset.
bool use_colour(bool is_terminal, const char* no_color, const char* term);

}  // namespace errpress::report
