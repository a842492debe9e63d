#include "render/option_check.h"

#include <array>

#include "render/reserved_words.h"
#include "text/name.h"

namespace errpress::render {

namespace {

bool is_identifier(std::string_view value) {
  return text::is_name(value) && value.find("__") == std::string_view::npos && !is_reserved_word(value);
}

// Identifiers with "::" between them; std and posix are not for programs to add to ([namespace.std],
// [namespace.posix]).
bool is_namespace(std::string_view value) {
  if (value == "std" || value == "posix" || value.starts_with("std::") || value.starts_with("posix::")) return false;
  for (std::size_t end = value.find("::"); end != std::string_view::npos; end = value.find("::")) {
    if (!is_identifier(value.substr(0, end))) return false;
    value.remove_prefix(end + 2);
  }
  return is_identifier(value);
}

constexpr std::array kChecks = {
    OptionCheck{"identifier", "an identifier of C and C++ such as acme_errors, no keyword and no common macro",
                is_identifier},
    OptionCheck{"namespace", "a C++ namespace such as errors or acme::errors, no keyword and no common macro",
                is_namespace},
};

}  // namespace

std::span<const OptionCheck> option_checks() { return kChecks; }

}  // namespace errpress::render
