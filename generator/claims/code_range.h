// Finds the codes of a sentence: numbers, and pairs of numbers that state one code in two notations. Says which numbers
// are none, whatever stands beside them. Pure functions over tokens, thread-safe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/code.h"
#include "claims/claim.h"
#include "claims/token.h"

namespace errpress::claims {

// From here on a number is hardly a count or an index of a few things.
inline constexpr std::uint32_t kMarked = 100;

// A code and the tokens that state it, from `first` to `last`: its numbers, what stands between them, and words behind
// them that only say the notation ("171 in decimal").
struct CodeRange {
  std::size_t first = 0;
  std::size_t last = 0;
  base::Code code;
  StatedFamily family = StatedFamily::none;
  bool hex_word = false;  // a word between its numbers says that one is hexadecimal
  // One of its numbers has no value: `code` lacks it.
  base::CodeFault fault = base::CodeFault::none;
  std::uint8_t fault_digits = 0;
  Span fault_at = {};

  bool is_faulty() const { return fault != base::CodeFault::none; }
  bool is_pair() const { return is_faulty() ? code.written() : code.decimal.written() && code.hex.written(); }
  // Whether it is hardly one of a few things: hexadecimal, negative, or of three digits at least.
  bool is_marked() const {
    return is_faulty() || code.hex.written() || code.decimal.value >= kMarked || code.decimal.notation.minus;
  }
  // Covers the numbers.
  Span span() const {
    if (!is_faulty()) return code.span();
    if (!code.written()) return fault_at;
    return {std::min(code.span().begin, fault_at.begin), std::max(code.span().end, fault_at.end)};
  }
};

// Appends the codes of a sentence, in order.
void find_codes(std::span<const Token> tokens, std::string_view source, std::vector<CodeRange>& codes);

// The family that words of these classes state; none if they state none.
StatedFamily family_of(WordClasses classes);

// Whether the numbers are certainly no code: a count, a size, a version, a range, a flag, an argument of a call.
bool is_excluded(std::span<const Token> tokens, const CodeRange& code);

// The index of the first of the words in front of `at` that say what the number is: "the numeric code is", "error:".
std::size_t label_begin(std::span<const Token> tokens, std::size_t at);

// Whether words in front of the code say that it is the code of an error: "error 5", "returns 5", "fails with 5".
bool has_evidence(std::span<const Token> tokens, const CodeRange& code);

// Whether words in front of the code say that it is one of an error: "error 5", "HRESULT 0x80070005".
bool has_strong_label(std::span<const Token> tokens, const CodeRange& code);

// Whether words in front of the code say that it is a result, a status or an exit code, which may be a program's own.
bool says_foreign_code(std::span<const Token> tokens, const CodeRange& code);

// Whether the code begins the sentence or a table's cell, or stands behind a label or an equals sign: "the value 5",
// "rc=5".
bool is_set_apart(std::span<const Token> tokens, const CodeRange& code);

// Whether a pair without a name is a code: a word beside it says so.
bool is_called_code(std::span<const Token> tokens, const CodeRange& code);

}  // namespace errpress::claims
