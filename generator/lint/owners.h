// Looks up the owners of the decimal, the hexadecimal number and the name of a claim in the registry and in the corpus,
// and adds a note for each owner. Neither number is assumed to be correct. The same owner always gets the same note, so
// that reports can omit it if findings share a location. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/claims.h"
#include "lint/corpus_input.h"
#include "lint/diagnostic.h"

namespace errpress::lint {

// Adds notes about each number that the claim states, then about its name.
void note_owners(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim,
                 Diagnostic& finding);

// Adds notes such as "13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE", from the registry and from articles, or a note
// that no registry knows the number. Leaves out `own_name`, whose codes note_name() reports.
void note_number(const CorpusInput& input, std::uint32_t value, std::string_view own_name, Diagnostic& finding);

// Like note_number(), but only from the registry.
void note_registry_owner(const CorpusInput& input, std::uint32_t value, std::string_view own_name, Diagnostic& finding);

// Adds a note such as "ERROR_IPSEC_MM_POLICY_NOT_FOUND is 13004 (0x32CC)", from the registry or else from an article
// whose title is not the location of the finding. Adds nothing if the name is unknown.
void note_name(const CorpusInput& input, std::string_view name, Diagnostic& finding);

// Returns the distinct codes that the registry gives to a name, in the order of the registry.
std::vector<std::uint32_t> registry_codes(const corpus::Registry& registry, std::string_view name);

// Formats codes as "13004 (0x32CC)" or "5 (0x5) or 13 (0xD)"; at most three.
std::string listed_codes(const std::vector<std::uint32_t>& codes);

}  // namespace errpress::lint
