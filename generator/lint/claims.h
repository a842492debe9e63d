// Which part of a claim a finding points to, and what the registry says about it: shared by the rules that check
// claims.
// Pure functions, thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "corpus/article_summary.h"
#include "lint/corpus_input.h"

namespace errpress::lint {

using corpus::Grade;

// The location of the name, or of the whole claim if the name is not written there.
corpus::Location name_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim);
// The location of the number or numbers, or of the whole claim if there is none.
corpus::Location code_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim);
// The location of the number that equals `value`, or of both if both do.
corpus::Location number_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim, std::uint32_t value);

// The distinct numbers that `code` states, the decimal one first.
struct StatedNumbers {
  std::array<std::uint32_t, 2> values{};
  std::uint8_t count = 0;
  const std::uint32_t* begin() const { return values.data(); }
  const std::uint32_t* end() const { return values.data() + count; }
};
StatedNumbers stated_numbers(const base::Code& code);

// Whether two names denote the same error: they are equal ignoring case, or aliases for `code` in the registry or the
// configuration.
bool same_error(const CorpusInput& input, std::string_view a, std::string_view b, std::uint32_t code);

inline bool is_in_prose(const corpus::Claim& claim) { return claim.origin == corpus::Origin::prose; }

}  // namespace errpress::lint
