// The rule about numbers that cannot be codes.
#include <doctest/doctest.h>

#include "linted.h"

using namespace errpress::lint;
using namespace errpress::lint::testing;

namespace {

const std::string kTable(kRegistry);

std::string in_prose(std::string_view sentence, std::string_view rule) {
  return found(rule, {{page("ERROR_ACCESS_DENIED - 5 (0x5)", "") + "\n" + std::string(sentence) + "\n"}, kTable});
}

// An article with one field below its title.
std::string in_field(std::string_view field) {
  return found("invalid-code", {{"ERROR_ACCESS_DENIED - 5 (0x5)\n\nAccess is denied.\n\nError Details\n\n- " +
                                 std::string(field) + "\n"},
                                kTable});
}

}  // namespace

TEST_CASE("invalid-code: a bracket in prose with too many digits") {
  CHECK(
      in_prose("It fails with ERROR_PATH_NOT_FOUND (0x000000003) then.", "invalid-code") ==
      "error a.txt:37 `0x000000003`: the code of ERROR_PATH_NOT_FOUND is no code: 9 hex digits, a code has at most 8\n"
      "  label: no code\n"
      "  note registry.tsv:4 `ERROR_PATH_NOT_FOUND`: ERROR_PATH_NOT_FOUND is 3 (0x3)\n");
  CHECK(in_prose("It fails with ERROR_PATH_NOT_FOUND (0x00000003) then.", "invalid-code") == "");
  CHECK(
      in_prose("It fails with ERROR_PATH_NOT_FOUND (4294967299) then.", "invalid-code")
          .starts_with("error a.txt:37 `4294967299`: the code of ERROR_PATH_NOT_FOUND is no code: a code has 32 bits"));
}

TEST_CASE("invalid-code: one half of a pair") {
  CHECK(in_prose("It fails with ERROR_PATH_NOT_FOUND (3, 0x000000003) then.", "invalid-code")
            .starts_with("error a.txt:37 `0x000000003`"));
}

TEST_CASE("invalid-code: in a sentence, it is a finding of prose-code") {
  CHECK(in_prose("ERROR_PATH_NOT_FOUND has the code 0x000000003.", "invalid-code") == "");
  CHECK(in_prose("ERROR_PATH_NOT_FOUND has the code 0x000000003.", "prose-code")
            .starts_with("warning a.txt:37 `0x000000003`: the code of ERROR_PATH_NOT_FOUND is no code"));
}

TEST_CASE("invalid-code: addresses and numbers of 64 bits are none") {
  CHECK(in_prose("ERROR_PATH_NOT_FOUND (0x00007FF6A1B2C3D4) is raised.", "invalid-code") == "");
  CHECK(in_prose("ERROR_PATH_NOT_FOUND has the code 0xFFFFFFFF80070003.", "prose-code") == "");
  CHECK(in_prose("The buffer at 0x123456789 is full, says ERROR_PATH_NOT_FOUND.", "prose-code") == "");
}

TEST_CASE("invalid-code: fields with letters for digits, and with too many") {
  CHECK(in_field("Numeric Code: 6O7") ==
        "error a.txt:7 `6O7`: the code of ERROR_ACCESS_DENIED is no code: neither decimal nor hexadecimal\n"
        "  label: no code\n"
        "  note registry.tsv:5 `ERROR_ACCESS_DENIED`: ERROR_ACCESS_DENIED is 5 (0x5)\n");
  CHECK(in_field("Hex Code: 0x0000000S5").starts_with("error a.txt:7 `0x0000000S5`"));
  CHECK(in_field("Hex Code: 0x000000005").starts_with("error a.txt:7 `0x000000005`"));
  for (const std::string_view right : {"Numeric Code: 5", "Hex Code: 0x5", "Numeric Code: 5 (0x5)",
                                       "Numeric Code: see SOS", "Numeric Code: none", "Numeric Code: 5 or so"}) {
    CAPTURE(right);
    CHECK(in_field(right) == "");
  }
}
