// Names of errors as C and C++ identifiers: ERROR_IPSEC_QM_POLICY_EXISTS -> ipsec_qm_policy_exists. Lower case, because
// on Windows every ERROR_* is a macro. Pure functions, thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace errpress::render {

inline constexpr std::string_view kDefaultPrefix = "ERROR_";

// The lower-case name without `prefix`, with no two underscores in a row. It stays whole where the rest would not start
// with a letter, and gets a '_' behind it where it is a reserved word (continue_, interface_).
std::string make_identifier(std::string_view name, std::string_view prefix);

// An identifier for each of `names`, all of them different: names whose identifiers would be the same keep their
// prefix, and get numbers (_2, _3) in the order of `names` where that is not enough.
std::vector<std::string> make_identifiers(std::span<const std::string_view> names, std::string_view prefix);

}  // namespace errpress::render
