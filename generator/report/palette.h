// The colours of a text report: terminal sequences, or nothing at all. The command decides whether to use them (it
// knows the stream), with use_colour. Pure, thread-safe.
#pragma once

#include <string_view>

#include "lint/diagnostic.h"

namespace errpress::report {

// Every style ends with `reset`. All are empty in a report without colour.
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

// Whether to colour: only on a terminal that can, and not where NO_COLOR is set to anything (no-color.org).
// `no_color` and `term` are the values of these environment variables, or null.
bool use_colour(bool is_terminal, const char* no_color, const char* term);

}  // namespace errpress::report
