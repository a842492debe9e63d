#include "base/words.h"

#include <doctest/doctest.h>

TEST_CASE("a count of one is singular, every other is plural") {
  using errpress::base::counted;
  CHECK(counted(0, "tab", "tabs") == "0 tabs");
  CHECK(counted(1, "tab", "tabs") == "1 tab");
  CHECK(counted(2, "tab", "tabs") == "2 tabs");
  CHECK(counted(1000000, "line ends", "lines end") == "1000000 lines end");
}
