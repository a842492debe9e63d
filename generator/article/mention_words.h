// Classifies the words between a name and its code, and between the decimal and hex numbers of a code. Pure functions,
// thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace errpress::article {

// In bytes. Names and numbers further apart than this are not associated.
inline constexpr std::uint32_t kMaxDistance = 64;

// The text between two numbers that may be one code.
struct Separator {
  bool plain = true;      // contains only connecting words and light punctuation
  bool hex_word = false;  // contains "hex" or "hexadecimal"
  bool opens = false;     // ends in '('
};
Separator read_separator(std::string_view text);

// The text between a name and a number after it; the flags say what it contains.
struct Link {
  bool plain = true;         // only words and punctuation that may link a name to its code
  bool code_word = false;    // "code", "value": the number is the name's code, not a count
  bool kind_word = false;    // "error", "hex"
  bool equals_word = false;  // "is", "equals"
  bool any_word = false;
  bool punctuation = false;     // any character that is not part of a word, a space or a tab
  bool parenthesis = false;     // '('
  bool square_bracket = false;  // '['
};
Link read_link(std::string_view text);

// Whether `rest`, the text directly after a number, ends the number's clause, so that the number is not a count or part
// of a list: not "4 causes", "32-bit", "4, 5 or 6". If a word called the number a code (`called_code`), a conjunction
// or another word that starts a new clause may follow as well.
bool ends_clause(std::string_view rest, bool called_code);

// Both ignore case. Whether the value after a name belongs to something else if `word` precedes the name ("the limit
// for NAME is 5").
bool is_preposition(std::string_view word);
// Whether a number is not a code if `word` precedes it ("bit 31").
bool precedes_count(std::string_view word);

}  // namespace errpress::article
