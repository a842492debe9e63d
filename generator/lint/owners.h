// Who owns what a claim says: its decimal, its hex and its name are each looked up in the registry and in the corpus,
// and each owner becomes a note. Neither number is taken to be the right one. The same owner always gets the same
// note, so that reports can drop it where findings share a place. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/claims.h"
#include "lint/corpus_input.h"
#include "lint/diagnostic.h"

namespace errpress::lint {

// Notes on each number that the claim states, then on its name.
void note_owners(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim,
                 Diagnostic& finding);

// "13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE", by the registry and by articles, or that no registry knows the
// number. Says nothing of `own_name`: what that is given is for note_name to say.
void note_number(const CorpusInput& input, std::uint32_t value, std::string_view own_name, Diagnostic& finding);

// The same by the registry alone.
void note_registry_owner(const CorpusInput& input, std::uint32_t value, std::string_view own_name, Diagnostic& finding);

// "ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC)", by the registry or else by an article whose title is not at the
// finding itself; nothing where nobody knows the name.
void note_name(const CorpusInput& input, std::string_view name, Diagnostic& finding);

// The distinct codes that the registry gives a name, in its order.
std::vector<std::uint32_t> registry_codes(const corpus::Registry& registry, std::string_view name);

// "13004 (0x32CC)"; several as "5 (0x5) or 13 (0xD)", at most three.
std::string listed_codes(const std::vector<std::uint32_t>& codes);

}  // namespace errpress::lint
