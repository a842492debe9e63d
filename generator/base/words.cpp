#include "base/words.h"

#include <fmt/format.h>

namespace errpress::base {

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

}  // namespace errpress::base
