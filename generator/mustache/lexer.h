// Splits the text of a template into tags and literal text. Handles delimiters, comments and the rule that a standalone
// tag removes its whole line; later stages see none of these. A pure function, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "mustache/source_text.h"

namespace errpress::mustache {

enum class Tag : std::uint8_t { literal, variable, raw, section, inverted, close, partial };

// `text` and `indent` are views into the source.
struct Token {
  Tag tag = Tag::literal;
  std::uint32_t offset = 0;      // of the tag or literal, in bytes
  std::string_view text;         // the literal, or the name in the tag (not empty, without white space)
  std::string_view indent = {};  // the blanks before a standalone tag
};

// The source must be smaller than 4 GB.
base::Result<std::vector<Token>> lex_template(const SourceText& source);

}  // namespace errpress::mustache
