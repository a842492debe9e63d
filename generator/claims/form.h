// The table of forms: the ways in which a sentence gives a code to a name. Each form is a pattern over tokens, compiled
// when the program is compiled. To read another way of saying it, add a row to forms.cpp; tests try every row's
// example. Pure data, thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "claims/claim.h"
#include "claims/words.h"

namespace errpress::claims {

// What one element of a pattern matches.
enum class ElementKind : std::uint8_t {
  word,        // a word of one of the classes
  name,        // NAME
  code,        // CODE: a number, or two that are one code
  open,        // (
  close,       // )
  comma,       // ,
  colon,       // :
  equals,      // =
  dash,        // -
  bar,         // |
  comment,     // #: what begins or ends a comment of source code
  any,         // any: a word
  possessive,  // 's
  link,        // LINK: what makes a number a name's: "is", "equals", "is also defined as", "corresponds to"
  begin,       // ^: a clause begins here
  start,       // ^^: the sentence begins here
  free,        // FREE: the name before it does not stand behind a preposition ("for NAME")
  end,         // $: the clause ends here
  text_end,    // $$: the text ends here
  loose_end,   // ~: the clause ends here, or goes on with a word that may follow a code ("in", "when")
};

struct Element {
  ElementKind kind = ElementKind::word;
  WordClasses classes = 0;
  bool optional = false;
  bool repeated = false;
};

// What a form asks of the code and of the sentence, beyond its pattern.
enum class Demand : std::uint8_t {
  nothing,
  marked,      // the code is hexadecimal, negative, stated twice, or has three digits at least
  hex,         // it has a hexadecimal number
  pair,        // it is stated twice
  evidence,    // words before it say that it is an error's code ("error 5", "returns 5", "fails with 5")
  set_apart,   // the same, or it begins the sentence, or a label or an equals sign precedes it ("the value 5", "rc=5")
  likely,      // the same, or it is marked
  own,         // the sentence is about the article's own error, not conditional, and no other error was named before
  own_marked,  // the same, and the code is marked
  own_pair,    // the same, and the code is stated twice
  column,      // the code's column of the table is one of codes
  brackets,    // what follows the code in its brackets does not make it a count
};

struct Form {
  std::string_view pattern;
  std::string_view example;
  Grade grade = Grade::statement;
  Demand demand = Demand::nothing;
  std::array<Element, 20> elements{};
  std::uint8_t size = 0;
  std::uint8_t code = 0;  // the index of CODE

  // Whether nothing but marks has to stand beside the name and the code: "NAME = 5", "5: NAME", "#define NAME 5".
  constexpr bool marks_only() const {
    for (std::size_t i = 0; i < size; ++i) {
      const bool is_word = elements[i].kind == ElementKind::word && elements[i].classes != kMacro;
      if ((is_word || elements[i].kind == ElementKind::link) && !elements[i].optional) return false;
    }
    return grade != Grade::bracket;
  }
};

// In the order in which they are tried.
std::span<const Form> forms();

}  // namespace errpress::claims
