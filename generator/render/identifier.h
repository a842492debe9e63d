// Makes C and C++ identifiers from error names: ERROR_IPSEC_QM_POLICY_EXISTS -> ipsec_qm_policy_exists. Lower case,
// because on Windows every ERROR_* is a macro. Pure functions, thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace errpress::render {

inline constexpr std::string_view kDefaultPrefix = "ERROR_";

// The lower-case name without `prefix` and without consecutive underscores. The prefix is kept if the rest would not
// start with a letter; a '_' is appended to reserved words (continue_, interface_). Characters of names that are no
// identifiers become '_' (ORA-00942 -> ora_00942), and an 'e' precedes a digit (42P01 -> e42p01).
std::string make_identifier(std::string_view name, std::string_view prefix);

// A unique identifier for each of `names`. Names whose identifiers would collide keep their prefix; if they still
// collide, they get numbers (_2, _3) in the order of `names`.
std::vector<std::string> make_identifiers(std::span<const std::string_view> names, std::string_view prefix);

}  // namespace errpress::render
