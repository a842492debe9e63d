// The checks that target.yaml can request for the value of an option, as in
//   options: {namespace: {default: errors, is: namespace}}
// Used by target.cpp. One table, thread-safe.
#pragma once

#include <span>
#include <string_view>

namespace errpress::render {

struct OptionCheck {
  std::string_view name;    // as in target.yaml
  std::string_view wanted;  // describes a valid value, for error messages
  bool (*holds)(std::string_view value);
};

std::span<const OptionCheck> option_checks();

}  // namespace errpress::render
