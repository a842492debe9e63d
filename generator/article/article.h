// One error article as a structure of spans into its source: nothing is copied, and every non-blank line of the source
// is covered by some node. Nodes lie in flat vectors and name each other by index, so that one Article can be parsed
// into again and again without allocating. A value type; const use is thread-safe.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/code.h"
#include "base/span.h"

namespace errpress::article {

using base::Code;
using base::Span;

// A range of indices into one of the Article's vectors.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// Line 1: NAME - DECIMAL (0xHEX). `span` is the whole line, trimmed. Where `well_formed` is false, name and code hold
// what could still be made out, possibly nothing.
struct Title {
  Span span = {};
  Span name = {};
  Code code = {};
  bool well_formed = false;
};

// An ISO date. Only dates of the calendar exist.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

// The line "Updated: Feb 21, 2026". `date` is empty where `text`, the part after the colon, is not a date.
struct Updated {
  Span span = {};
  Span text = {};
  std::optional<Date> date;
};

// One bullet, step, paragraph, question or answer. `span` is the line trimmed, with its marker; `text` what follows
// marker and label; `label` is empty where there is none, and without its colon.
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
  fields,      // items that all have a label which the dialect knows as a key (Error Name:, Hex Code:, ...)
  subheading,  // one item
  question,    // first item the question, the others the lines of its answer
  references,  // `items` index Article::references
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Range items = {};
};

// `dialect_section` indexes Dialect::sections(); nothing for a heading the dialect does not know, and for the preamble
// (text between the head and the first heading), whose `heading` is empty too.
struct Section {
  std::optional<std::uint16_t> dialect_section;
  Span heading = {};
  Range blocks = {};
};

// What is odd about how an entry of Related Errors is written.
enum class ReferenceFlaw : std::uint8_t {
  none,
  placeholder,     // "[Other error]": no name
  no_name,         // does not start with a name
  mixed_case,      // ERROR_EFS_SERVER_NOT_TRusted
  glued,           // two names with nothing between them
  words_for_code,  // NAME (some words)
  bad_code,        // a number that is not a 32-bit code
  loose_code,      // NAME - 4 (0x4), NAME [4]: a number where the description should be
};

// An entry of Related Errors. `span` is the entry with its bullet's text but not the bullet; `name` is empty for a
// placeholder; `parenthesis` is what stands in the brackets after the name, without them.
struct Reference {
  Span span = {};
  Span marker = {};
  Span name = {};
  Span parenthesis = {};
  Code code = {};
  Span description = {};
  ReferenceFlaw flaw = ReferenceFlaw::none;
};

// A pair of decimal and hex, or a name with a code, said in prose or in a field. `name` is the name that the code is
// said of, before or behind it, or that of the entry which the line goes on about; empty where there is none.
struct Mention {
  Span span = {};
  Span name = {};
  Code code = {};
  bool in_field = false;  // said of the article's own error
};

struct Article {
  Title title;
  std::optional<Span> message;
  std::optional<Updated> updated;
  std::vector<Section> sections;
  std::vector<Block> blocks;
  std::vector<Item> items;
  std::vector<Reference> references;
  std::vector<Mention> mentions;
  // The name that a field "Error Name:" gives, the first that is not the title's where there is one; empty where no
  // field gives any.
  Span field_name = {};

  // Empties the article and keeps its memory.
  void clear();
  // The bytes that a copy of its lists takes.
  std::size_t memory() const;
};

}  // namespace errpress::article
