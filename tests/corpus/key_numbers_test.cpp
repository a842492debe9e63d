#include "corpus/key_numbers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/flat_groups.h"

namespace errpress::corpus {

TEST_CASE("keys are numbered as they come and found again") {
  std::vector<std::string> names;
  for (int i = 0; i < 1000; ++i) names.push_back("ERROR_" + std::to_string(i * 7919 % 1000));
  KeyNumbers<std::string_view> numbers;
  numbers.reserve(names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i) CHECK(numbers.add(names[i]) == i);
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    CHECK(numbers.add(names[i]) == i);
    CHECK(numbers.find(names[i]) == i);
    CHECK(numbers.keys()[i] == names[i]);
  }
  CHECK_FALSE(numbers.find("ERROR_1000"));
  CHECK_FALSE(numbers.find(""));
}

TEST_CASE("codes that differ in their upper bits only are told apart") {
  KeyNumbers<std::uint32_t> numbers;
  numbers.reserve(4);
  CHECK(numbers.add(0) == 0);
  CHECK(numbers.add(0x80000000) == 1);
  CHECK(numbers.add(0xC0000000) == 2);
  CHECK(numbers.add(0xFFFFFFFF) == 3);
  CHECK(numbers.find(0x80000000) == 1);
  CHECK(numbers.find(0xFFFFFFFF) == 3);
  CHECK_FALSE(numbers.find(1));
}

TEST_CASE("nothing is found among no keys") {
  CHECK_FALSE(KeyNumbers<std::uint32_t>().find(0));
  KeyNumbers<std::string_view> numbers;
  numbers.reserve(0);
  CHECK_FALSE(numbers.find("a"));
}

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
