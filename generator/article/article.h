// The model of one error article. Nodes hold spans into the source instead of copies, and every non-blank source line
// is covered by a node. Nodes are stored in flat vectors and refer to each other by index, so one Article can be reused
// for many parses without allocating. A value type; const use is thread-safe.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/code.h"
#include "base/code_text.h"
#include "base/span.h"

namespace errpress::article {

using base::Code;
using base::Span;

// A range of indices into one of the Article's vectors.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// How a title whose meaning is certain deviates from the forms of the dialect.
enum class TitleOddity : std::uint8_t {
  dash,        // a dash other than '-'
  bracket,     // a bracket other than '(' and ')'
  mark,        // another mark: ':', '=', a quotation mark, a blank beyond ASCII
  suffix,      // 0x8L
  bare_hex,    // a hex number without 0x
  words,       // "code", "error"
  order,       // the code before the name, or the hex number before the decimal
  no_decimal,  // a number is missing
  no_hex,
  form,  // none of the forms; always set
};

// The oddities of a title, and where the first of each kind is. Empty for a title that has a form of the dialect and
// for one that cannot be read.
class TitleOddities {
 public:
  bool empty() const { return bits_ == 0; }
  bool has(TitleOddity oddity) const { return (bits_ >> static_cast<unsigned>(oddity) & 1) != 0; }
  Span place(TitleOddity oddity) const { return places_[static_cast<std::size_t>(oddity)]; }
  void add(TitleOddity oddity, Span place) {
    if (!has(oddity)) places_[static_cast<std::size_t>(oddity)] = place;
    bits_ = static_cast<std::uint16_t>(bits_ | 1U << static_cast<unsigned>(oddity));
  }

 private:
  std::uint16_t bits_ = 0;
  std::array<Span, 10> places_{};
};

// Line 1, usually NAME - DECIMAL (0xHEX). `span` is the whole line, trimmed. `message` is set only if the form of the
// title has one. A title is readable if it is `well_formed` (of a form of the dialect) or `odd`; otherwise `name` and
// `code` hold what could be recognised, possibly nothing, and `too_long` the first number that is no code.
struct Title {
  Span span = {};
  Span name = {};
  Code code = {};
  Span message = {};
  bool well_formed = false;
  TitleOddities odd = {};
  Span too_long = {};
  bool readable() const { return well_formed || !odd.empty(); }
};

// A calendar date. Dates that do not exist are rejected when they are read.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

// The line "Updated: Feb 21, 2026". `date` is empty if `text`, the part after the colon, is not a date.
struct Updated {
  Span span = {};
  Span text = {};
  std::optional<Date> date;
};

// One bullet, step, paragraph, question or answer. `span` is the trimmed line including its marker; `text` is what
// follows the marker and label; `label` excludes the colon and is empty if there is none.
struct Item {
  Span span = {};
  Span marker = {};
  Span label = {};
  Span text = {};
};

enum class BlockKind : std::uint8_t {
  paragraph,   // one item
  bullets,     // items
  steps,       // items
  fields,      // items that all have a label listed in the dialect's fields (Error Name:, Hex Code:, ...)
  subheading,  // one item
  question,    // the first item is the question, the others are the lines of its answer
  references,  // `items` index Article::references
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Range items = {};
};

// `line` is the whole line of the heading, `heading` its text without "#" signs, emphasis and a final colon.
// `dialect_section` indexes Dialect::sections(). It is empty for a heading that is not in the dialect and for the
// preamble (text between the head and the first heading), whose `heading` is empty as well. A heading that is one
// letter off is `misspelt`: its section is read as the one that is meant.
struct Section {
  std::optional<std::uint16_t> dialect_section;
  bool misspelt = false;
  Span line = {};
  Span heading = {};
  Range blocks = {};
};

// How an entry of Related Errors deviates from the usual form.
enum class ReferenceFlaw : std::uint8_t {
  none,
  placeholder,     // "[Other error]": no name
  no_name,         // does not start with a name
  mixed_case,      // ERROR_EFS_SERVER_NOT_TRusted
  glued,           // two names with nothing between them
  words_for_code,  // NAME (some words)
  bad_code,        // a number that is not a 32-bit code
  quoted,          // `NAME` (4): in backquotes, asterisks or quotation marks
  unclosed,        // NAME (4: text
  loose_code,      // NAME - 4 (0x4), NAME, 4: a code that is not in brackets
};

// An entry of Related Errors. `span` is the entry without its bullet; `name` is empty if the entry does not start with
// one; `parenthesis` is the text inside the parentheses after the name. `code` stands in them or, if it is loose,
// between the name and the description.
struct Reference {
  Span span = {};
  Span marker = {};
  Span name = {};
  Span parenthesis = {};
  Code code = {};
  Span description = {};
  ReferenceFlaw flaw = ReferenceFlaw::none;
  base::StatedFamily family = base::StatedFamily::none;  // what the words in the parentheses state
  base::CodeFault fault = base::CodeFault::none;         // why they hold no code, if the flaw is bad_code
  std::uint8_t fault_digits = 0;                         // of the number at fault, as in base::Notation
  Span fault_at = {};  // the number at fault, the bracket without one, or the quoted name
};

struct Article {
  Title title;
  std::optional<Span> message;
  std::optional<Updated> updated;
  std::vector<Section> sections;
  std::vector<Block> blocks;
  std::vector<Item> items;
  std::vector<Reference> references;

  // Removes the content but keeps the allocated memory.
  void clear();
  // Size of a copy of its lists, in bytes.
  std::size_t memory() const;
};

}  // namespace errpress::article
