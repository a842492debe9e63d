#include "report/palette.h"

#include <doctest/doctest.h>

namespace errpress::report {
namespace {

TEST_CASE("colour is used on a capable terminal, unless NO_COLOR says no") {
  CHECK(use_colour(true, nullptr, "xterm-256color"));
  CHECK(use_colour(true, nullptr, nullptr));
  CHECK(use_colour(true, "", "xterm"));  // set but empty: does not count
  CHECK_FALSE(use_colour(true, "1", "xterm"));
  CHECK_FALSE(use_colour(true, "0", "xterm"));  // any value counts
  CHECK_FALSE(use_colour(true, nullptr, "dumb"));
  CHECK_FALSE(use_colour(false, nullptr, "xterm"));
}

TEST_CASE("a palette without colour has only empty styles") {
  const Palette& plain = palette(false);
  for (const auto style : {plain.error, plain.warning, plain.info, plain.frame, plain.strong, plain.reset}) {
    CHECK(style.empty());
  }
  CHECK(palette(true).of(lint::Severity::error) == "\033[1;31m");
  CHECK(palette(true).of(lint::Severity::warning) == "\033[1;33m");
  CHECK(palette(true).of(lint::Severity::info) == "\033[1;36m");
}

}  // namespace
}  // namespace errpress::report
