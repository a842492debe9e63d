// A claim: a place where an article gives a code to a name, or states one code in two ways. Made by collect.h, kept by
// the corpus index, judged by rules. Value types; const use is thread-safe.
#pragma once

#include <array>
#include <cstdint>

#include "article/article.h"
#include "base/code.h"
#include "base/code_text.h"
#include "base/span.h"

namespace errpress::claims {

enum class Origin : std::uint8_t { title, field, reference, prose };

// How certain it is that a claim says what was read, weakest first.
enum class Grade : std::uint8_t {
  loose,      // two notations of one number, and no name
  statement,  // a sentence: "NAME has the code 5"
  bracket,    // "NAME (5)", "5 (NAME)"
  entry,      // an entry of Related Errors
  field,      // "Numeric Code: 5"
  title,
};

constexpr Origin origin_of(Grade grade) {
  switch (grade) {
    case Grade::title:
      return Origin::title;
    case Grade::field:
      return Origin::field;
    case Grade::entry:
      return Origin::reference;
    case Grade::bracket:
    case Grade::statement:
    case Grade::loose:
      break;
  }
  return Origin::prose;
}

using base::StatedFamily;

struct Claim {
  base::Span span;       // the whole claim
  base::Span name_span;  // in the source; empty if there is no name, or if it is the article's own and not written here
  base::Code code;
  // The name, in ArticleSummary::names: set when a summary is made. A size of 0 means that there is no name (a pair of
  // numbers in prose).
  std::uint32_t name_offset = 0;
  std::uint16_t name_size = 0;
  Origin origin = Origin::prose;  // follows from the grade
  Grade grade = Grade::statement;
  StatedFamily family = StatedFamily::none;
  bool own = false;          // about the article's own error, whose name is not written here
  bool called_code = false;  // two numbers that words call a code, so that they are one even if the name is none
  bool may_be_hex = false;   // digits in a bracket without a word that says how they are to be read
  bool marks_only = false;   // by a form that has no words (Form::marks_only)
  bool implied = false;  // the code is not written here (field "Error Name:"): its numbers have the span of the name
  article::ReferenceFlaw flaw = article::ReferenceFlaw::none;  // references only
  bool described = false;                                      // references only
  base::CodeFault fault = base::CodeFault::none;               // why what stands there is no code
  std::uint8_t fault_digits = 0;                               // of the number at fault, as in base::Notation
  base::Span fault_at = {};                                    // the number at fault
  // The text between the two numbers (", ", " (", " / "), so that a fix can keep it; zeros if it is longer.
  std::array<char, 3> between{};
};

}  // namespace errpress::claims
