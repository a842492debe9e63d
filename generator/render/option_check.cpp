#include "render/option_check.h"

#include <algorithm>
#include <array>

#include "article/head.h"
#include "base/name.h"
#include "render/reserved_words.h"

namespace errpress::render {

namespace {

bool is_identifier(std::string_view value) {
  return base::is_name(value) && value.find("__") == std::string_view::npos && !is_reserved_word(value);
}

// Identifiers joined by "::". Programs may not add to std and posix ([namespace.std], [namespace.posix]).
bool is_namespace(std::string_view value) {
  if (value == "std" || value == "posix" || value.starts_with("std::") || value.starts_with("posix::")) return false;
  for (std::size_t end = value.find("::"); end != std::string_view::npos; end = value.find("::")) {
    if (!is_identifier(value.substr(0, end))) return false;
    value.remove_prefix(end + 2);
  }
  return is_identifier(value);
}

// One component of a path, which cannot refer to anything outside its folder.
bool is_file_name(std::string_view value) {
  const auto may_be = [](char c) { return base::is_name_char(c) || c == '-' || c == '.'; };
  return !value.empty() && value.front() != '.' && value.back() != '.' &&
         std::all_of(value.begin(), value.end(), may_be);
}

// The date formats of articles, but without month names.
bool is_date(std::string_view value) {
  return !value.empty() && base::is_digit(value.front()) && article::read_date(value).has_value();
}

constexpr std::array kChecks = {
    OptionCheck{"identifier", "an identifier of C and C++ such as acme_errors, no keyword and no common macro",
                is_identifier},
    OptionCheck{"namespace", "a C++ namespace such as errors or acme::errors, no keyword and no common macro",
                is_namespace},
    OptionCheck{"file_name", "a file's name of letters, digits, '_', '-' and '.', with no dot at either end",
                is_file_name},
    OptionCheck{"date", "a date such as 2026-02-21", is_date},
};

}  // namespace

std::span<const OptionCheck> option_checks() { return kChecks; }

}  // namespace errpress::render
