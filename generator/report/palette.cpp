#include "report/palette.h"

namespace errpress::report {
namespace {

// ECMA-48 Select Graphic Rendition: bold, with red, yellow, cyan and blue.
constexpr Palette kColour = {
    .error = "\033[1;31m",
    .warning = "\033[1;33m",
    .info = "\033[1;36m",
    .frame = "\033[1;34m",
    .strong = "\033[1m",
    .reset = "\033[0m",
};
constexpr Palette kPlain = {};

}  // namespace

std::string_view Palette::of(lint::Severity severity) const {
  switch (severity) {
    case lint::Severity::error:
      return error;
    case lint::Severity::warning:
      return warning;
    case lint::Severity::info:
      return info;
    case lint::Severity::off:
      break;
  }
  return strong;
}

const Palette& palette(bool colour) { return colour ? kColour : kPlain; }

bool use_colour(bool is_terminal, const char* no_color, const char* term) {
  if (!is_terminal) return false;
  if (no_color != nullptr && *no_color != '\0') return false;
  return term == nullptr || std::string_view(term) != "dumb";
}

}  // namespace errpress::report
