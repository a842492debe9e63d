// Matches forms against the tokens of one sentence. The time is bounded by the length of the patterns, not of the
// sentence. Pure, thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "claims/code_range.h"
#include "claims/form.h"
#include "claims/token.h"

namespace errpress::claims {

struct Sentence {
  std::span<const Token> tokens;
  std::size_t first = 0;  // tokens before it stand for the entry that the text describes
  bool begins = true;     // the sentence begins at the first token
  bool ends_text = true;  // nothing follows the last token
  bool capitals = false;  // words of capitals count as names
};

struct Match {
  std::size_t name = 0;  // the token of the name; no_name for forms without NAME
  std::size_t first = 0;
  std::size_t last = 0;  // the tokens that the pattern covers, both included
};
inline constexpr std::size_t kNoName = static_cast<std::size_t>(-1);

// Whether the pattern of the form fits around the code. Does not look at the form's demand.
std::optional<Match> match(const Form& form, const Sentence& sentence, const CodeRange& code);

}  // namespace errpress::claims
