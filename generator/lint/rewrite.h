// Text for fixes that gives another code to a claim in the notation it was written in. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/article_summary.h"

namespace errpress::lint {

// Returns the text that replaces `bad.span()` to state `code`: "13002, 0x32C9" becomes "13004, 0x32CC". `bad` is the
// code of the claim or one of its numbers; `family_is_signed` as in is_written_signed. Returns nullopt if the notation
// cannot be kept.
std::optional<std::string> rewritten(const corpus::Claim& claim, const base::Code& bad, std::uint32_t code,
                                     bool family_is_signed);

}  // namespace errpress::lint
