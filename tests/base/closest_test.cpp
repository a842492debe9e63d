#include "base/closest.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using errpress::base::closeness_bound;
using errpress::base::closest;
using errpress::base::did_you_mean;
using errpress::base::NameDistance;

using Names = std::vector<std::string_view>;

// The whole matrix, by the definition.
std::size_t reference_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

class Random {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_ = 7;
};

// `text` with a few edits, out of a small alphabet so that swaps and repeats are common.
std::string mutate(std::string text, Random& random) {
  for (std::uint32_t edits = random.below(6); edits > 0; --edits) {
    const std::size_t at = random.below(static_cast<std::uint32_t>(text.size() + 1));
    const char letter = static_cast<char>('A' + random.below(4));
    const std::uint32_t kind = random.below(4);
    if (kind == 0) text.insert(at, 1, letter);
    if (kind == 1 && at < text.size()) text.erase(at, 1);
    if (kind == 2 && at < text.size()) text[at] = letter;
    if (kind == 3 && at + 1 < text.size()) std::swap(text[at], text[at + 1]);
  }
  return text;
}

TEST_CASE("closest: distances of single edits") {
  struct Case {
    std::string_view from, to;
    std::size_t distance;
  };
  for (const Case& c : {Case{"", "", 0}, Case{"", "ABC", 3}, Case{"ABC", "", 3}, Case{"ABC", "ABC", 0},
                        Case{"ABC", "ABXC", 1}, Case{"ABC", "AC", 1}, Case{"ABC", "AXC", 1}, Case{"ABC", "ACB", 1},
                        Case{"CA", "ABC", 3}, Case{"message", "mesage", 1}, Case{"kitten", "sitting", 3}}) {
    CAPTURE(c.from);
    CAPTURE(c.to);
    CHECK(NameDistance(c.from).to(c.to, 10) == c.distance);
  }
}

TEST_CASE("closest: both ways of counting agree with the definition, for short and long names and every bound") {
  Random random;
  for (int round = 0; round < 3000; ++round) {
    std::string from;
    const std::uint32_t sizes[] = {1, 5, 30, 63, 64, 65, 100};
    while (from.size() < sizes[round % 7]) from += static_cast<char>('A' + random.below(4));
    const std::string to = mutate(from, random);
    const std::size_t expected = reference_distance(from, to);
    CAPTURE(from);
    CAPTURE(to);
    for (const std::size_t bound : {0u, 1u, 3u, 8u, 200u}) {
      CAPTURE(bound);
      const std::size_t distance = NameDistance(from).to(to, bound);
      if (expected <= bound) CHECK(distance == expected);
      if (expected > bound) CHECK(distance > bound);
    }
  }
}

TEST_CASE("closest: the bound is a third of the length and at least 1") {
  CHECK(closeness_bound("x") == 1);
  CHECK(closeness_bound("name") == 1);
  CHECK(closeness_bound("message") == 2);
  CHECK(closeness_bound("ERROR_IPSEC_QM_POLICY_EXISTS") == 9);
  CHECK(closest("mes", Names{"message"}, 3).empty());
  CHECK(closest("abcdef", Names{"abcdxy"}, 3) == Names{"abcdxy"});
  CHECK(closest("abcdef", Names{"abcxyz"}, 3).empty());
}

TEST_CASE("closest: nearest first, ties by name, whatever the order offered") {
  Names candidates = {"ERROR_B", "ERROR_AB", "ERROR_C", "ERROR_A", "UNRELATED_NAME", "ERROR_A"};
  const Names expected = {"ERROR_A", "ERROR_AB", "ERROR_B"};
  std::sort(candidates.begin(), candidates.end());
  do {
    CHECK(closest("ERROR_A", candidates, 3) == expected);
  } while (std::next_permutation(candidates.begin(), candidates.end()));
}

TEST_CASE("closest: no candidates, or none wanted") {
  CHECK(closest("name", Names{}, 3).empty());
  CHECK(closest("name", Names{"name"}, 0).empty());
  CHECK(closest("", Names{"a", "ab"}, 3) == Names{"a"});
}

TEST_CASE("closest: the tail of a message") {
  const std::vector<std::string> known = {"message", "name", "code"};
  CHECK(did_you_mean("mesage", known) == "; did you mean `message`?");
  CHECK(did_you_mean("unrelated", known) == "");
}

}  // namespace
