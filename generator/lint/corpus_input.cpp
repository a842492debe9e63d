#include "lint/corpus_input.h"

#include <algorithm>

namespace errpress::lint {

bool Aliases::are_aliases(std::string_view a, std::string_view b) const {
  return std::any_of(sets_.begin(), sets_.end(), [&](const std::vector<std::string>& set) {
    return std::find(set.begin(), set.end(), a) != set.end() && std::find(set.begin(), set.end(), b) != set.end();
  });
}

}  // namespace errpress::lint
