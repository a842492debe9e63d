#include "base/result.h"

#include <fmt/format.h>

namespace errpress::base {

std::string to_string(const Error& error) {
  std::string place = error.path;
  if (error.line != 0) place += fmt::format(":{}", error.line);
  if (error.line != 0 && error.column != 0) place += fmt::format(":{}", error.column);
  return place.empty() ? error.message : fmt::format("{}: {}", place, error.message);
}

}  // namespace errpress::base
