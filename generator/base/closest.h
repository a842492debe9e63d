// Finds the known names closest to a mistyped one: for "did you mean" in messages and for the unknown names that lint
// reports. The distance counts insertions, deletions, replacements and swaps of adjacent bytes (Damerau-Levenshtein
// distance, optimal string alignment variant). Results do not depend on the order of the candidates.
// Pure functions and value types, thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace errpress::base {

// The greatest distance at which a name still counts as close: a third of its size in bytes, at least 1.
constexpr std::size_t closeness_bound(std::string_view name) { return name.size() < 6 ? 1 : name.size() / 3; }

// Computes distances from one name to many. Keeps a view of `from`.
class NameDistance {
 public:
  explicit NameDistance(std::string_view from);

  // Returns the distance, or some number above `bound` if the distance is greater than that.
  std::size_t to(std::string_view name, std::size_t bound) const;

 private:
  std::size_t bit_parallel_distance(std::string_view name, std::size_t bound) const;
  std::size_t banded_distance(std::string_view name, std::size_t bound) const;

  std::string_view from_;
  // Bit i of positions_[c] is set if from_[i] is c. Filled only if `from_` has at most 64 bytes.
  std::array<std::uint64_t, 256> positions_{};
};

// Whether the letter case, or one edit, is all that two names differ in.
bool is_misspelling(std::string_view a, std::string_view b);

// Keeps the `limit` candidates closest to `name`, closest first, ties ordered by name, and none farther than
// closeness_bound(name). Keeps views of the candidates. A candidate offered twice counts once.
class ClosestNames {
 public:
  ClosestNames(std::string_view name, std::size_t limit);

  // Passes over a candidate that is farther than `bound`.
  void offer(std::string_view candidate, std::size_t bound = static_cast<std::size_t>(-1));
  std::vector<std::string_view> names() const;

 private:
  struct Match {
    std::size_t distance;
    std::string_view name;
    friend auto operator<=>(const Match&, const Match&) = default;
  };

  NameDistance distance_;
  std::size_t limit_;
  std::size_t bound_;  // the distance of the worst match once `limit_` matches are kept
  std::vector<Match> matches_;
};

// Returns the closest names of a range whose elements convert to string_view. The results are views of those elements.
template <typename Range>
std::vector<std::string_view> closest(std::string_view name, const Range& candidates, std::size_t limit) {
  ClosestNames names(name, limit);
  for (const auto& candidate : candidates) names.offer(candidate);
  return names.names();
}

// The end of a message: "; did you mean `x`?" with the closest candidate, or an empty string if none is close.
template <typename Range>
std::string did_you_mean(std::string_view name, const Range& candidates) {
  const std::vector<std::string_view> names = closest(name, candidates, 1);
  if (names.empty()) return {};
  std::string tail = "; did you mean `";
  return tail.append(names[0]).append("`?");
}

}  // namespace errpress::base
