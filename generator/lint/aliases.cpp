#include "lint/aliases.h"

#include <algorithm>

namespace errpress::lint {

namespace {

bool contains(const std::vector<std::string>& set, std::string_view name) {
  return std::find(set.begin(), set.end(), name) != set.end();
}

}  // namespace

bool Aliases::are_aliases(std::string_view a, std::string_view b) const {
  return std::any_of(sets_.begin(), sets_.end(),
                     [&](const std::vector<std::string>& set) { return contains(set, a) && contains(set, b); });
}

std::span<const std::string> Aliases::of(std::string_view name) const {
  const auto found = std::find_if(sets_.begin(), sets_.end(), [&](const auto& set) { return contains(set, name); });
  return found == sets_.end() ? std::span<const std::string>() : std::span(*found);
}

}  // namespace errpress::lint
