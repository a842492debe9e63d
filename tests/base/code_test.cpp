#include "base/code.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

namespace errpress::base {

namespace {

using Value = std::optional<std::uint32_t>;

TEST_CASE("decimal codes") {
  struct Case {
    std::string digits;
    Value value;
  };
  const std::vector<Case> cases = {
      {"0", 0},
      {"13003", 13003},
      {"0013", 13},
      {"4294967295", 0xFFFFFFFF},
      {"4294967296", {}},
      {"-1", 0xFFFFFFFF},
      {"-2147024891", 0x80070005},
      {"-2147483648", 0x80000000},
      {"-2147483649", {}},
      {"99999999999999999999999", {}},
      {"-99999999999999999999999", {}},
      {"", {}},
      {"-", {}},
      {"+5", {}},
      {"--5", {}},
      {" 5", {}},
      {"5 ", {}},
      {"5L", {}},
      {"1,300", {}},
      {"0x10", {}},
      {"12A", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.digits);
    CHECK(parse_decimal(c.digits) == c.value);
  }
}

TEST_CASE("hexadecimal codes") {
  struct Case {
    std::string digits;
    Value value;
  };
  const std::vector<Case> cases = {
      {"0x0", 0},
      {"0x32CB", 13003},
      {"0x32cb", 13003},
      {"0X80070005", 0x80070005},
      {"0xFFFFFFFF", 0xFFFFFFFF},
      {"0x00000005", 5},
      {"0x01234567", 0x01234567},
      {"0x89ABCDEF", 0x89ABCDEF},
      {"0x89abcdef", 0x89ABCDEF},
      {"0x000000005", {}},
      {"0x100000000", {}},
      {"0x", {}},
      {"", {}},
      {"0", {}},
      {"32CB", {}},
      {"x32CB", {}},
      {"1x32CB", {}},
      {"0x32CG", {}},
      {"0x-1", {}},
      {"-0x1", {}},
      {"0x+1", {}},
      {"0x0x1", {}},
      {"0x 1", {}},
      {"0x1L", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.digits);
    CHECK(parse_hex(c.digits) == c.value);
  }
}

TEST_CASE("every byte in every place of a hexadecimal code is a digit or makes it none") {
  for (std::size_t size = 3; size <= 10; ++size) {
    for (std::size_t at = 2; at < size; ++at) {
      for (unsigned byte = 0; byte < 256; ++byte) {
        std::string digits = "0x" + std::string(size - 2, '1');
        digits[at] = static_cast<char>(byte);
        CAPTURE(digits);
        const char* all = "0123456789abcdef0123456789ABCDEF";
        const char* found = byte == 0 ? nullptr : std::strchr(all, static_cast<int>(byte));
        const auto ones = static_cast<std::uint32_t>(0x11111111u >> 4 * (10 - size));
        const auto shift = static_cast<unsigned>(4 * (size - 1 - at));
        Value expected;
        if (found != nullptr)
          expected = (ones & ~(0xFu << shift)) | static_cast<std::uint32_t>((found - all) % 16) << shift;
        CHECK(parse_hex(digits) == expected);
      }
    }
  }
}

TEST_CASE("codes as messages print them") {
  CHECK(format_hex(0) == "0x0");
  CHECK(format_hex(13002) == "0x32CA");
  CHECK(format_hex(0x80070005) == "0x80070005");
  CHECK(format_code(13002) == "13002 (0x32CA)");
  CHECK(format_code(0x80070005) == "2147942405 (0x80070005)");
}

TEST_CASE("what a code states, by which numbers are written") {
  struct Case {
    std::string what;
    Code code;
    bool written, mismatched, twice;
    Value value;
    Span span;
  };
  const Number decimal{13003, {2, 7}};
  const Number hex{13003, {10, 16}};
  const Number other_hex{13004, {10, 16}};
  const Number hex_first{13003, {0, 1}};
  const std::vector<Case> cases = {
      {"nothing", {}, false, false, false, {}, {0, 0}},
      {"decimal", {decimal, {}}, true, false, false, 13003, {2, 7}},
      {"hexadecimal", {{}, hex}, true, false, false, 13003, {10, 16}},
      {"both, the same", {decimal, hex}, true, false, true, 13003, {2, 16}},
      {"both, different", {decimal, other_hex}, true, true, false, {}, {2, 16}},
      {"hexadecimal first", {decimal, hex_first}, true, false, true, 13003, {0, 7}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(c.code.written() == c.written);
    CHECK(c.code.mismatched() == c.mismatched);
    CHECK(c.code.states_twice() == c.twice);
    CHECK(c.code.value() == c.value);
    CHECK(c.code.span() == c.span);
  }
}

TEST_CASE("a code states each of its written numbers, and no other") {
  const Code both{{13003, {2, 7}}, {13004, {10, 16}}};
  CHECK(both.states(13003));
  CHECK(both.states(13004));
  CHECK_FALSE(both.states(13005));
  CHECK_FALSE(both.states(0));
  CHECK_FALSE(Code{}.states(0));  // a number that is not written states nothing, not even its 0
}

}  // namespace

}  // namespace errpress::base
