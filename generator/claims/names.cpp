#include "claims/names.h"

#include <algorithm>
#include <string>

#include "base/name.h"

namespace errpress::claims {

bool Names::is_misspelled(std::string_view word) const {
  if (!std::any_of(word.begin(), word.end(), base::is_lower)) return false;
  const std::size_t stem = word.find('_') + 1;
  const bool shaped = base::is_upper(word.front()) && stem < word.size() && base::is_upper(word[stem]);
  return (shaped && dialect_.has_prefix(word)) || is_known_in_capitals(word);
}

bool Names::is_known_in_capitals(std::string_view word) const {
  if (!known_ || word.size() > base::kMaxNameSize) return false;
  std::string capitals(word);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(), base::to_upper);
  return known_(capitals);
}

}  // namespace errpress::claims
