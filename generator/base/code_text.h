// The one reader of how a code is written, in titles, brackets, fields and table cells: decimal, hexadecimal or both,
// in either order ("13002, 0x32C9", "0x80070005", "6609 or 0x19D1", "-5", "171L", "HRESULT 0x80070005", "171: in use").
// Pure functions, thread-safe. Linear in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/code.h"
#include "base/span.h"

namespace errpress::base {

enum class CodeTextKind : std::uint8_t {
  code,   // one decimal, one hex, or one of each; other words only behind them, after a separator
  empty,  // an empty span
  words,  // words before a number or beside it ("5 times"), or no number at all
  bad,    // a number that cannot be a code, or several of one notation: see `fault`
};

// Why a text with a number is no code.
enum class CodeFault : std::uint8_t {
  none,
  hex_too_long,     // "0x123456789": more than 8 digits
  decimal_too_big,  // "4294967296": more than 32 bits
  no_hex_digits,    // "0x"
  not_a_number,     // "0xZZ", "12ab"
  several_numbers,  // "5 or 6"
  missing_prefix,   // "C0000022": read as hexadecimal, though nothing says so; `kind` is code
};

// The number space that a word beside a code names: "HRESULT 0x80070005", "stop code 0x50", "errno 13".
enum class StatedFamily : std::uint8_t { none, win32, hresult, ntstatus, bugcheck, errno_value };

// "win32", "hresult", "ntstatus", "bugcheck", "errno"; empty for none.
std::string_view id_of(StatedFamily family);

struct CodeText {
  CodeTextKind kind = CodeTextKind::empty;
  Code code;  // empty unless `kind` is code
  CodeFault fault = CodeFault::none;
  Span at;                  // of the number at fault
  std::uint8_t digits = 0;  // its digits, as in Notation
  StatedFamily family = StatedFamily::none;
};

// What the label or key of a text says about its numbers.
enum class Expected : std::uint8_t { any, hex };

// Parses the bytes of `source` that `span` covers. If hex is expected, digits without a prefix are hexadecimal ("14",
// "F35"); otherwise only where a word says so ("hex 2000"), where they cannot be anything else ("C0000022"), and beside
// a decimal ("8408 / 20D8").
CodeText read_code_text(std::string_view source, Span span, Expected expected = Expected::any);

// Where a second code begins, stated for another family behind the first: at "HRESULT" in "170, 0xAA, HRESULT
// 0x800700AA". `span.end` if there is none, or if what precedes it is no code.
std::uint32_t second_code(std::string_view source, Span span);

// A few words for a message: "9 hex digits, a code has at most 8". `digits` is how many the number at fault has. Empty
// for none.
std::string describe(CodeFault fault, std::uint8_t digits);

// Whether a word is a number in which letters stand for digits that look alike: "6O7", "l33", "0xC00O00F3". At least
// half of its characters behind the sign and 0x are digits.
bool is_misread_number(std::string_view word);

// A number token: an optional sign, then everything up to the first character that cannot be part of a name, without a
// suffix such as L or UL. `is_number` is false if this is neither a decimal nor a 0x-prefixed hex number of 32 bits;
// `fault` says why. The span of the number includes the sign and not the suffix; `end` is behind the suffix.
struct NumberToken {
  Number number;
  std::uint32_t end = 0;
  bool hex = false;
  bool is_number = false;
  CodeFault fault = CodeFault::none;
};
// Reads the token that starts at the offset `at`.
NumberToken read_number(std::string_view source, std::uint32_t at, std::uint32_t end);

// Reads `span` as hexadecimal digits without a prefix: "20D8", "F35". Nothing else may be in it.
NumberToken read_bare_hex(std::string_view source, Span span);

// The size in bytes of the minus at the start of `text`: '-', U+2212 or an en dash; 0 if there is none.
std::size_t minus_size(std::string_view text);

}  // namespace errpress::base
