#include "base/name.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace errpress::base {

namespace {

TEST_CASE("names, and those that look like an error's") {
  struct Case {
    std::string word;
    bool name, error_name;
    std::size_t prefix;
  };
  const std::vector<Case> cases = {
      {"ERROR_SUCCESS", true, true, 13},
      {"E_FAIL", true, true, 6},
      {"A", true, false, 1},
      {"NOERROR", true, false, 7},
      {"Error_Success", true, false, 13},
      {"ERROR_EFS_SERVER_NOT_TRusted", true, false, 28},
      {"ERROR_2", true, true, 7},
      {"A_", true, true, 2},
      {"word", true, false, 4},
      {"", false, false, 0},
      {"_ERROR", false, false, 0},
      {"2BIG", false, false, 0},
      {"E-FAIL", false, false, 1},
      {"E_FAIL ", false, false, 6},
      {" E_FAIL", false, false, 0},
      {"E_FAIL/..", false, false, 6},
      {"../E_FAIL", false, false, 0},
      {"E_F\u00C4IL", false, false, 3},
      {std::string("E_\0FAIL", 7), false, false, 2},
      {"E_" + std::string(198, 'A'), true, true, 200},
      {"E_" + std::string(199, 'A'), false, false, 201},
  };
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK(is_name(c.word) == c.name);
    CHECK(looks_like_error_name(c.word) == c.error_name);
    CHECK(name_prefix_size(c.word) == c.prefix);
  }
}

TEST_CASE("every byte in every place of a name belongs to it or ends it") {
  for (std::size_t at = 0; at < 40; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      const char c = static_cast<char>(byte);
      for (const char* rest : {"", "A", "\x01_LONGER_THAN_EIGHT_BYTES"}) {
        CAPTURE(at);
        CAPTURE(byte);
        std::string text(at, at % 2 == 0 ? 'A' : 'z');
        text += c;
        text += rest;
        std::size_t size = 0;
        while (size < text.size() &&
               (is_name_char(text[size]) && !(size == 0 && (is_digit(text[0]) || text[0] == '_'))))
          ++size;
        CHECK(name_prefix_size(text) == size);
      }
    }
  }
}

TEST_CASE("each byte is in the classes of characters that it belongs to") {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    CAPTURE(byte);
    const bool upper = byte >= 65 && byte <= 90;
    const bool lower = byte >= 97 && byte <= 122;
    const bool digit = byte >= 48 && byte <= 57;
    CHECK(is_upper(c) == upper);
    CHECK(is_lower(c) == lower);
    CHECK(is_digit(c) == digit);
    CHECK(is_hex_digit(c) == (digit || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102)));
    CHECK(is_blank(c) == (byte == 32 || byte == 9));
    CHECK(is_name_char(c) == (upper || lower || digit || byte == 95));
  }
}

}  // namespace

}  // namespace errpress::base
