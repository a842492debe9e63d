// What the escapers' unit tests share: one line of a table, and the escaper called by name.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "escape/escapers.h"

namespace errpress::testing {

// What `out` holds after the escaper appended `text` to `before`.
inline std::string escaped(std::string_view escaper, std::string_view text, std::string_view before = {}) {
  const mustache::Escaper* found = escape::find_escaper(escaper);
  REQUIRE(found != nullptr);
  base::TextBuffer out(before);
  found->append(out, text, base::kUnknownTraits);
  return std::string(out.view());
}

struct EscapeCase {
  std::string_view text;
  std::string_view output;
};

template <typename Cases>
void check_cases(std::string_view escaper, const Cases& cases) {
  for (const EscapeCase& c : cases) {
    CAPTURE(c.text);
    CHECK(escaped(escaper, c.text) == c.output);
  }
}

}  // namespace errpress::testing
