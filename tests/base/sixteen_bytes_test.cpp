#include "base/sixteen_bytes.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace errpress::base {
namespace {

// Sixteen bytes with `c` at `at` among bytes that no test here is true for.
std::string sixteen_with(std::size_t at, char c) {
  std::string bytes(kSixteen, '\x01');
  bytes[at] = c;
  return bytes;
}

template <typename Bytes>
void check_every_byte() {
  for (int value = 0; value < 256; ++value) {
    const char c = static_cast<char>(value);
    for (const std::size_t at : {0u, 7u, 8u, 15u}) {
      const Bytes bytes(sixteen_with(at, c).data());
      const SixteenBits bit = SixteenBits{1} << at;
      CAPTURE(value);
      CAPTURE(at);
      CHECK(bytes.equal('.') == (c == '.' ? bit : 0));
      CHECK(bytes.in_range('0', '9') == (value >= '0' && value <= '9' ? bit : 0));
      CHECK(bytes.letters() == ((value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z') ? bit : 0));
    }
  }
}

}  // namespace

TEST_CASE("sixteen bytes are told apart one by one") { check_every_byte<SixteenBytes>(); }

TEST_CASE("sixteen bytes are told apart the same without vector instructions") {
  check_every_byte<PortableSixteenBytes>();
}

TEST_CASE("the lowest bit is the first byte's, and no bit is above the last's") {
  const SixteenBytes bytes("a.b..c...d....e.");
  CHECK(bytes.letters() == 0b0100001000100101);
  CHECK(bytes.equal('.') == 0b1011110111011010);
  CHECK(first_set(bytes.equal('.')) == 1);
  CHECK(SixteenBytes("................").equal('.') == kAllSixteen);
}

}  // namespace errpress::base
