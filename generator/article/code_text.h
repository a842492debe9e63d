// Parses codes as written in parentheses and fields: "13002, 0x32C9", "0x80070005", "6609 or 0x19D1", "-5". Pure
// functions.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/code.h"
#include "base/span.h"

namespace errpress::article {

enum class CodeTextKind : std::uint8_t {
  code,   // one decimal, one hex, or one of each; otherwise only separators and words such as "hex"
  empty,  // an empty span
  words,  // contains words other than those, or no number at all
  bad,    // contains a number that is not a 32-bit code, or more than one decimal or hex
};

struct CodeText {
  CodeTextKind kind = CodeTextKind::empty;
  base::Code code;
};

// Parses the bytes of `source` that `span` covers.
CodeText read_code_text(std::string_view source, base::Span span);

// A number token: an optional sign, then everything up to the first character that cannot be part of a name.
// `is_number` is false if this is neither a decimal nor a 0x-prefixed hex number of 32 bits.
struct NumberToken {
  base::Number number;
  bool hex = false;
  bool is_number = false;
};
// Reads the token that starts at the offset `at`.
NumberToken read_number(std::string_view source, std::uint32_t at, std::uint32_t end);

}  // namespace errpress::article
