// Where in a claim the carets go, and what the registry has to say about it: shared by the rules that judge claims.
// Pure functions, thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "corpus/article_summary.h"
#include "lint/corpus_input.h"

namespace errpress::lint {

// The name where it is written, or else the whole claim.
corpus::Location name_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim);
// The number or numbers, or else the whole claim.
corpus::Location code_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim);
// The one of the two numbers that is `value`; both where both are.
corpus::Location number_place(const corpus::ArticleSummary& summary, const corpus::Claim& claim, std::uint32_t value);

// The numbers that `code` states, each once, the decimal first.
struct StatedNumbers {
  std::array<std::uint32_t, 2> values{};
  std::uint8_t count = 0;
  const std::uint32_t* begin() const { return values.data(); }
  const std::uint32_t* end() const { return values.data() + count; }
};
StatedNumbers stated_numbers(const base::Code& code);

// Whether the registry gives this code to this name.
bool gives(const corpus::Registry& registry, std::string_view name, std::uint32_t code);

// Whether two names are one error: the same but for case, or aliases for `code` by registry or configuration.
bool same_error(const CorpusInput& input, std::string_view a, std::string_view b, std::uint32_t code);

bool is_reference(const corpus::Claim& claim);

}  // namespace errpress::lint
