// The model of one error article. Nodes hold spans into the source instead of copies, and every non-blank source line
// is covered by a node. Nodes are stored in flat vectors and refer to each other by index, so one Article can be reused
// for many parses without allocating. A value type; const use is thread-safe.
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

// Line 1: NAME - DECIMAL (0xHEX). `span` is the whole line, trimmed. If `well_formed` is false, `name` and `code` hold
// what could be recognised, possibly nothing.
struct Title {
  Span span = {};
  Span name = {};
  Code code = {};
  bool well_formed = false;
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

// `dialect_section` indexes Dialect::sections(). It is empty for a heading that is not in the dialect and for the
// preamble (text between the head and the first heading), whose `heading` is empty as well.
struct Section {
  std::optional<std::uint16_t> dialect_section;
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
  loose_code,      // NAME - 4 (0x4), NAME [4]: a code at the start of the description
};

// An entry of Related Errors. `span` is the entry without its bullet; `name` is empty if the entry does not start with
// one; `parenthesis` is the text inside the parentheses after the name.
struct Reference {
  Span span = {};
  Span marker = {};
  Span name = {};
  Span parenthesis = {};
  Code code = {};
  Span description = {};
  ReferenceFlaw flaw = ReferenceFlaw::none;
};

// A decimal/hex pair, or a name with a code, found in prose or in a field. `name` is the name the code belongs to: one
// before or after the code, or that of the Related Errors entry that the text describes; empty if there is none.
struct Mention {
  Span span = {};
  Span name = {};
  Code code = {};
  bool in_field = false;  // belongs to the article's own error
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
  // The value of an "Error Name:" field: the first that differs from the title's name, if one does; empty if no field
  // holds a name.
  Span field_name = {};

  // Removes the content but keeps the allocated memory.
  void clear();
  // Size of a copy of its lists, in bytes.
  std::size_t memory() const;
};

}  // namespace errpress::article
