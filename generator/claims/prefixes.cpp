#include "claims/prefixes.h"

#include "base/name.h"

namespace errpress::claims {

namespace {

constexpr std::size_t kMany = 20;
constexpr std::size_t kShare = 10;  // one in so many

// Up to the first underscore, with it; empty if there is none.
std::string_view prefix_of(std::string_view name) { return name.substr(0, name.find('_') + 1); }

}  // namespace

void Prefixes::add(std::string_view name) {
  ++names_;
  if (const std::string_view prefix = prefix_of(name); !prefix.empty()) ++counts_[prefix];
}

bool Prefixes::has_prefix(std::string_view word) const {
  if (!base::looks_like_error_name(word)) return false;
  const auto found = counts_.find(prefix_of(word));
  if (found == counts_.end() || found->second < 2) return false;
  return found->second >= kMany || found->second * kShare >= names_;
}

}  // namespace errpress::claims
