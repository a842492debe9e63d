#include "lint/slip.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "base/code_text.h"

using namespace errpress;
using namespace errpress::lint;

namespace {

base::Number written(std::string_view text) {
  return base::read_number(text, 0, static_cast<std::uint32_t>(text.size())).number;
}

std::string of_decimal(std::uint32_t right, std::string_view text) { return slip(right, {written(text), {}}); }
std::string of_hex(std::uint32_t right, std::string_view text) { return slip(right, {{}, written(text)}); }
std::string between(std::string_view decimal, std::string_view hex) {
  return slip_between({written(decimal), written(hex)});
}

}  // namespace

TEST_CASE("slips of hexadecimal numbers") {
  struct Row {
    std::uint32_t right;
    std::string_view wrong;
    std::string_view slip;
  };
  const Row rows[] = {
      {13004, "0x13004", "0x13004 has the decimal digits of the code behind 0x"},
      {10, "0x10", "0x10 has the decimal digits of the code behind 0x"},
      {13004, "0x13005", ""},
      {0x80070005, "0x80007005", "two digits of 0x80007005 are swapped"},
      {0x123, "0x132", "two digits of 0x132 are swapped"},
      {0x123, "0x213", "two digits of 0x213 are swapped"},
      {0x123, "0x321", ""},
      {0x12, "0x21", ""},
      {0x80070005, "0x8007005", "0x8007005 lacks a digit of the code"},
      {0x123, "0x12", "0x12 lacks a digit of the code"},
      {0x123, "0x23", "0x23 lacks a digit of the code"},
      {0x123, "0x1", ""},
      {0x123, "0x14", ""},
      {0x8007005, "0x80070005", "0x80070005 has a digit too many"},
      {0x123, "0x1234", "0x1234 has a digit too many"},
      {0x123, "0x12345", ""},
      {0x12, "0x123", ""},
      {0x32CC, "0x32C9", ""},
      {0x123, "0x133", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.right);
    CAPTURE(row.wrong);
    CHECK(of_hex(row.right, row.wrong) == row.slip);
  }
}

TEST_CASE("slips of decimal numbers") {
  struct Row {
    std::uint32_t right;
    std::string_view wrong;
    std::string_view slip;
  };
  const Row rows[] = {
      {0x1234, "1234", "1234 has the digits of the hexadecimal number, without 0x"},
      {16, "10", "10 has the digits of the hexadecimal number, without 0x"},
      {0x1234, "1235", ""},
      {8, "10", "10 has the digits of the octal number"},
      {170, "252", "252 has the digits of the octal number"},
      {170, "251", ""},
      {5, "-5", "-5 has the wrong sign"},
      {0xC0000005, "1073741819", "1073741819 has the wrong sign"},
      {5, "-6", ""},
      {13004, "13040", "two digits of 13040 are swapped"},
      {13004, "31004", "two digits of 31004 are swapped"},
      {13004, "31005", ""},
      {13004, "1304", "1304 lacks a digit of the code"},
      {13004, "130044", "130044 has a digit too many"},
      {13004, "13002", ""},
      {13, "31", ""},
      {0x80070005, "-2147024819", "two digits of -2147024819 are swapped"},
      {0x80070005, "2147942450", "two digits of 2147942450 are swapped"},
      {13004, "-13040", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.right);
    CAPTURE(row.wrong);
    CHECK(of_decimal(row.right, row.wrong) == row.slip);
  }
}

TEST_CASE("of two wrong numbers, the slip of the hexadecimal one is told first") {
  const base::Code both{written("13040"), written("0x13004")};
  CHECK(slip(13004, both) == "0x13004 has the decimal digits of the code behind 0x");
  const base::Code second{written("13040"), written("0x999")};
  CHECK(slip(13004, second) == "two digits of 13040 are swapped");
  CHECK(slip(13004, {}) == "");
}

TEST_CASE("slips between two numbers of one code") {
  CHECK(between("02147750020", "0x119FD010") == "read as octal, 02147750020 is 0x119FD010");
  CHECK(between("13002", "0x13002") == "0x13002 has the digits of 13002");
  CHECK(between("1073741790", "0xC0000022") == "with a minus, 1073741790 is 0xC0000022");
  CHECK(between("-1073741790", "0x3FFFFFDE") == "without its minus, -1073741790 is 0x3FFFFFDE");
  CHECK(between("13002", "0x32C9").empty());
  CHECK(between("13008", "0x32C9").empty());
}
