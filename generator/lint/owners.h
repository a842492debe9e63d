// Notes that say who owns a number or a name, from registries and from articles. The same owner always gets the same
// note, so that reports can omit it if findings share a location. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/claims.h"
#include "lint/diagnostic.h"
#include "lint/judged_claim.h"

namespace errpress::lint {

// Adds a note such as "13002 (0x32CA) is ERROR_IPSEC_QM_POLICY_IN_USE": the owner in the family of the claim, or in
// the family that the number is wrapped from, or else an article that documents it. Adds nothing if there is none, or
// if it is the claim's own name.
void note_number(const JudgedClaim& judged, std::uint32_t value, Diagnostic& finding);

// The same for each distinct number of `code`.
void note_numbers(const JudgedClaim& judged, const base::Code& code, Diagnostic& finding);

// What a code of a family that wraps others is called in a sentence: "an HRESULT", "an NTSTATUS"; else the family's
// name.
std::string_view kind_of_code(const corpus::Families& families, corpus::FamilyId family);

// The distinct codes of registry entries, in their order.
std::vector<std::uint32_t> codes_of(const std::vector<const corpus::RegistryEntry*>& entries);

// Formats codes in the notation of the claim's: "13004 (0x32CC)" or "5 (0x5) or 13 (0xD)"; at most three.
std::string listed_codes(const JudgedClaim& judged, const std::vector<std::uint32_t>& codes);

// "ERROR_A is 5 (0x5)": the codes that registries or its article give to a known name, in the notation of the
// claim. The location is that of the registry's entry or of the title.
Note known_codes(const JudgedClaim& judged, std::string_view name);

}  // namespace errpress::lint
