// Codes as they stand in brackets and fields: "13002, 0x32C9", "0x80070005", "6609 or 0x19D1", "-5". Pure functions.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/code.h"
#include "base/span.h"

namespace errpress::article {

enum class CodeTextKind : std::uint8_t {
  code,   // one decimal, one hex, or one of each, with nothing else but separators and words such as "hex"
  empty,  // nothing at all
  words,  // words that name no code, whatever numbers stand among them
  bad,    // a number that is no 32-bit code, or more numbers than one of each
};

struct CodeText {
  CodeTextKind kind = CodeTextKind::empty;
  base::Code code;
};

// Reads the bytes of `source` that `span` names.
CodeText read_code_text(std::string_view source, base::Span span);

// The number that starts at `at`: sign, "0x", digits, up to the first character that cannot be in a name.
// `is_number` is false where those characters are no decimal and no 0x number of 32 bits.
struct NumberToken {
  base::Number number;
  bool hex = false;
  bool is_number = false;
};
NumberToken read_number(std::string_view source, std::uint32_t at, std::uint32_t end);

}  // namespace errpress::article
