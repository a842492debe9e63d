#include "base/result.h"

#include <fmt/format.h>

#include "base/printable.h"

namespace errpress::base {

std::string to_string(const Error& error) {
  std::string place = printable(error.path);
  if (error.line != 0) place += fmt::format(":{}", error.line);
  if (error.line != 0 && error.column != 0) place += fmt::format(":{}", error.column);
  const std::string message = printable(error.message);
  return place.empty() ? message : fmt::format("{}: {}", place, message);
}

}  // namespace errpress::base
