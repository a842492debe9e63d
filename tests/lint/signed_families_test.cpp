// Which families write their codes as negative numbers.
#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint::testing;

namespace {

const std::string kTable =
    "ERROR_A_ONE\t0x80000001\thresult\nERROR_A_TWO\t0x80000002\thresult\nERROR_A_THREE\t0x80000003\thresult\n";

// The fix of a small wrong number in an article, beside one with another title.
std::string fix_beside(std::string_view title, std::string_view other) {
  const Linted linted({{page(title, "  • ERROR_A_THREE (5): A text."), page(other, "")}, kTable});
  const auto found = linted.of("wrong-code");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].fix);
  return found[0].fix->text;
}

}  // namespace

TEST_CASE("signed families: fixes write decimals as most titles of the family do") {
  CHECK(fix_beside("ERROR_A_ONE - -2147483647 (0x80000001)", "ERROR_A_TWO - -2147483646 (0x80000002)") ==
        "-2147483645");
  CHECK(fix_beside("ERROR_A_ONE - 2147483649 (0x80000001)", "ERROR_A_TWO - 2147483650 (0x80000002)") == "2147483651");
  // As many of both: unsigned.
  CHECK(fix_beside("ERROR_A_ONE - -2147483647 (0x80000001)", "ERROR_A_TWO - 2147483650 (0x80000002)") == "2147483651");
}
