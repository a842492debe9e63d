// What a target may demand of an option's value: target.yaml names a check, as in
//   options: {namespace: {default: errors, is: namespace}}
// Used by target.cpp. One table, thread-safe.
#pragma once

#include <span>
#include <string_view>

namespace errpress::render {

struct OptionCheck {
  std::string_view name;    // what target.yaml calls it
  std::string_view wanted;  // what a good value is, for errors
  bool (*holds)(std::string_view value);
};

std::span<const OptionCheck> option_checks();

}  // namespace errpress::render
