// Parsing helpers for tests. `sound` also checks the properties that hold for any text (article_properties.h).
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "support/article_dump.h"
#include "support/article_properties.h"
#include "support/article_samples.h"

namespace errpress::tests {

inline article::Article sound(std::string_view source, const article::Dialect& dialect = shipped_dialect()) {
  CHECK(broken_property(source, dialect) == "");
  return parsed(source, dialect);
}

// A well-formed head, and its dump.
inline constexpr std::string_view kHead = "ERROR_T - 1 (0x1)\nMessage.\nUpdated: Feb 21, 2026\n";
inline constexpr std::string_view kHeadDump =
    "title ERROR_T dec 1 hex 0x1\nmessage \"Message.\"\nupdated \"Feb 21, 2026\" 2026-02-21\n";

// A row of a test table: a text and the dump of its parse.
struct Case {
  std::string_view input;
  std::string_view dump;
};

}  // namespace errpress::tests
