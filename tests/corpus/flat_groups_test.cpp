#include "corpus/flat_groups.h"

#include <doctest/doctest.h>

#include <string>

namespace errpress::corpus {

TEST_CASE("groups keep the order of their members") {
  const FlatGroups<char> groups(4, {{2, 'a'}, {0, 'b'}, {2, 'c'}, {3, 'd'}, {0, 'e'}});
  const auto of = [&](std::uint32_t group) {
    const auto members = groups.of(group);
    return std::string(members.begin(), members.end());
  };
  CHECK(of(0) == "be");
  CHECK(of(1) == "");
  CHECK(of(2) == "ac");
  CHECK(of(3) == "d");
}

}  // namespace errpress::corpus
