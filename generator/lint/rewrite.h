// The text that gives a claim another code in the form it was written in: for fixes. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/article_summary.h"

namespace errpress::lint {

// What to put in the place of `bad.span()` so that it says `code`: "13002, 0x32C9" becomes "13004, 0x32CC". `bad` is
// the claim's code or one of its numbers. Nothing where the form is not plain enough to be kept.
std::optional<std::string> rewritten(const corpus::Claim& claim, const base::Code& bad, std::uint32_t code);

}  // namespace errpress::lint
