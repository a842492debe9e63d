// Which known names a mistyped one may have meant: for "did you mean" in messages and for lint's unknown names.
// The distance counts insertions, deletions, replacements and swaps of neighbours (Damerau-Levenshtein in its
// optimal-string-alignment form), in bytes. Results do not depend on the candidates' order.
// Pure functions and value types, thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace errpress::base {

// The greatest distance at which a name still counts as close: a third of its bytes, at least 1.
constexpr std::size_t closeness_bound(std::string_view name) { return name.size() < 6 ? 1 : name.size() / 3; }

// Distances from one name to many. Keeps a view of `from`.
class NameDistance {
 public:
  explicit NameDistance(std::string_view from);

  // The distance, or some number above `bound` where it is greater than that.
  std::size_t to(std::string_view name, std::size_t bound) const;

 private:
  std::size_t to_by_words(std::string_view name, std::size_t bound) const;
  std::size_t to_by_rows(std::string_view name, std::size_t bound) const;

  std::string_view from_;
  std::array<std::uint64_t, 256> places_{};  // of each byte in `from_`, where that has at most 64
};

// Keeps the `limit` candidates nearest to `name`, nearest first, ties by name; none further than closeness_bound(name).
// Keeps views of what is offered. The same candidate twice counts once.
class ClosestNames {
 public:
  ClosestNames(std::string_view name, std::size_t limit);

  void offer(std::string_view candidate);
  std::vector<std::string_view> names() const;

 private:
  struct Match {
    std::size_t distance;
    std::string_view name;
    friend auto operator<=>(const Match&, const Match&) = default;
  };

  NameDistance distance_;
  std::size_t limit_;
  std::size_t bound_;  // shrinks to the worst match once there are `limit_`
  std::vector<Match> matches_;
};

// The same over a range of anything that a string_view can be made of; the views are of the range's own elements.
template <typename Range>
std::vector<std::string_view> closest(std::string_view name, const Range& candidates, std::size_t limit) {
  ClosestNames names(name, limit);
  for (const auto& candidate : candidates) names.offer(candidate);
  return names.names();
}

// "; did you mean `x`?" with the nearest candidate, or nothing where none is close: the tail of a message.
template <typename Range>
std::string did_you_mean(std::string_view name, const Range& candidates) {
  const std::vector<std::string_view> names = closest(name, candidates, 1);
  if (names.empty()) return {};
  std::string tail = "; did you mean `";
  return tail.append(names[0]).append("`?");
}

}  // namespace errpress::base
