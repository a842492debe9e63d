// From the text of a template to its tags and the literal text between them. Here live delimiters, comments and the
// rule that tags which stand alone on a line take the line with them; no later step sees any of these. Pure,
// thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "mustache/source_text.h"

namespace errpress::mustache {

enum class Tag : std::uint8_t { literal, variable, raw, section, inverted, close, partial };

// A view into the source.
struct Token {
  Tag tag = Tag::literal;
  std::uint32_t offset = 0;      // of the tag or literal
  std::string_view text;         // the literal, or the name in the tag: not empty, no white space in it
  std::string_view indent = {};  // the blanks before a standalone tag
};

// The source is below 4 GB.
base::Result<std::vector<Token>> lex_template(const SourceText& source);

}  // namespace errpress::mustache
