#include "corpus/crowded_families.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace errpress::corpus {

namespace {

constexpr std::size_t kManyNames = 4;
constexpr std::size_t kMinNumbers = 10;
constexpr std::size_t kMinShare = 25;  // one number in so many

std::vector<bool> find_crowded(const Registry& registry) {
  std::vector<std::pair<FamilyId, std::uint32_t>> codes;
  codes.reserve(registry.size());
  for (const RegistryEntry& entry : registry.entries()) codes.emplace_back(entry.family, entry.code);
  std::sort(codes.begin(), codes.end());
  const std::size_t families = registry.families().size();
  std::vector<std::size_t> numbers(families);
  std::vector<std::size_t> crowded(families);
  for (auto first = codes.begin(); first != codes.end();) {
    const auto last = std::find_if(first, codes.end(), [&](const auto& code) { return code != *first; });
    ++numbers[first->first];
    if (static_cast<std::size_t>(last - first) >= kManyNames) ++crowded[first->first];
    first = last;
  }
  std::vector<bool> result(families);
  for (std::size_t i = 0; i < families; ++i)
    result[i] = crowded[i] >= kMinNumbers && kMinShare * crowded[i] >= numbers[i];
  return result;
}

}  // namespace

bool CrowdedFamilies::contains(FamilyId family) const {
  const std::lock_guard lock(counting_);
  if (!crowded_) crowded_ = std::make_unique<const std::vector<bool>>(find_crowded(registry_));
  return family < crowded_->size() && (*crowded_)[family];
}

}  // namespace errpress::corpus
