#include "base/closest.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/name.h"

namespace errpress::base {

namespace {

constexpr std::size_t kWordBits = 64;

std::size_t absolute_difference(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

}  // namespace

NameDistance::NameDistance(std::string_view from) : from_(from) {
  if (from.size() > kWordBits) return;
  for (std::size_t i = 0; i < from.size(); ++i)
    positions_[static_cast<unsigned char>(from[i])] |= std::uint64_t{1} << i;
}

std::size_t NameDistance::to(std::string_view name, std::size_t bound) const {
  const std::size_t lower_bound = absolute_difference(from_.size(), name.size());
  if (lower_bound > bound || from_.empty()) return lower_bound;
  return from_.size() <= kWordBits ? bit_parallel_distance(name, bound) : banded_distance(name, bound);
}

// Bit-parallel: two words hold the vertical differences (+1 and -1) of one column of the distance matrix. H. Hyyrö, "A
// bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
std::size_t NameDistance::bit_parallel_distance(std::string_view name, std::size_t bound) const {
  const std::uint64_t last = std::uint64_t{1} << (from_.size() - 1);
  std::uint64_t up = ~std::uint64_t{0};
  std::uint64_t down = 0;
  std::uint64_t diagonal = 0;
  std::uint64_t previous = 0;
  std::size_t distance = from_.size();
  std::size_t remaining = name.size();
  for (const char c : name) {
    const std::uint64_t equal = positions_[static_cast<unsigned char>(c)];
    const std::uint64_t swapped = ((~diagonal & equal) << 1) & previous;
    diagonal = (((equal & up) + up) ^ up) | equal | down | swapped;
    std::uint64_t right = down | ~(diagonal | up);
    std::uint64_t left = diagonal & up;
    if ((right & last) != 0) ++distance;
    if ((left & last) != 0) --distance;
    if (distance > bound + --remaining) return distance - remaining;
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
    previous = equal;
  }
  return distance;
}

// Dynamic programming over rows, limited to the band within `bound` of the diagonal. For names longer than 64 bytes.
std::size_t NameDistance::banded_distance(std::string_view name, std::size_t bound) const {
  const std::size_t far = bound + 1;
  std::vector<std::size_t> before(name.size() + 1, far);
  std::vector<std::size_t> above(name.size() + 1, far);
  std::vector<std::size_t> row(name.size() + 1, far);
  std::iota(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(std::min(name.size(), bound) + 1), std::size_t{0});
  for (std::size_t i = 1; i <= from_.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    const std::size_t first = i > bound ? i - bound : 1;
    const std::size_t end = std::min(name.size(), i + bound) + 1;
    row[first - 1] = first == 1 ? i : far;
    for (std::size_t j = first; j < end; ++j) {
      const std::size_t replaced = above[j - 1] + (from_[i - 1] == name[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      const bool swap = i > 1 && j > 1 && from_[i - 1] == name[j - 2] && from_[i - 2] == name[j - 1];
      if (swap) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (end <= name.size()) row[end] = far;
  }
  return row[name.size()];
}

bool is_misspelling(std::string_view a, std::string_view b) {
  return equal_ignoring_case(a, b) || NameDistance(a).to(b, 1) <= 1;
}

ClosestNames::ClosestNames(std::string_view name, std::size_t limit)
    : distance_(name), limit_(limit), bound_(closeness_bound(name)) {}

void ClosestNames::offer(std::string_view candidate, std::size_t bound) {
  if (limit_ == 0) return;
  bound = std::min(bound, bound_);
  const Match match{distance_.to(candidate, bound), candidate};
  if (match.distance > bound) return;
  const auto place = std::lower_bound(matches_.begin(), matches_.end(), match);
  if (place != matches_.end() && *place == match) return;
  matches_.insert(place, match);
  if (matches_.size() > limit_) matches_.pop_back();
  if (matches_.size() == limit_) bound_ = matches_.back().distance;
}

std::vector<std::string_view> ClosestNames::names() const {
  std::vector<std::string_view> names;
  for (const Match& match : matches_) names.push_back(match.name);
  return names;
}

}  // namespace errpress::base
