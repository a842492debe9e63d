#include "base/key_numbers.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace errpress::base {

namespace {

// With all room made before, and with a table that grows.
void check_numbers(bool reserved) {
  CAPTURE(reserved);
  std::vector<std::string> names;
  for (int i = 0; i < 1000; ++i) names.push_back("ERROR_" + std::to_string(i * 7919 % 1000));
  KeyNumbers<std::string_view> numbers;
  if (reserved) numbers.reserve(names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i) CHECK(numbers.add(names[i]) == i);
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    CHECK(numbers.add(names[i]) == i);
    CHECK(numbers.find(names[i]) == i);
    CHECK(numbers.keys()[i] == names[i]);
  }
  CHECK_FALSE(numbers.find("ERROR_1000"));
  CHECK_FALSE(numbers.find(""));
  CHECK(numbers.size() == names.size());
}

}  // namespace

TEST_CASE("keys are numbered as they come and found again") {
  check_numbers(true);
  check_numbers(false);
}

TEST_CASE("a table that was moved or copied finds its keys") {
  KeyNumbers<std::string_view> numbers;
  CHECK(numbers.add("a") == 0);
  KeyNumbers<std::string_view> copy = numbers;
  KeyNumbers<std::string_view> moved = std::move(numbers);
  for (KeyNumbers<std::string_view>* table : {&copy, &moved}) {
    CHECK(table->find("a") == 0);
    CHECK(table->add("b") == 1);
    CHECK(table->find("a") == 0);
  }
}

TEST_CASE("room that is there already is kept") {
  KeyNumbers<std::string_view> numbers;
  numbers.add("a");
  numbers.reserve(100);
  numbers.reserve(1);
  CHECK(numbers.find("a") == 0);
  CHECK(numbers.add("b") == 1);
}

TEST_CASE("keys are the same where their owner says so") {
  struct LastLetter {
    static std::uint64_t hash(std::string_view key, std::uint64_t seed) {
      return hash_of(key.substr(key.size() - 1), seed);
    }
    static bool same(std::string_view a, std::string_view b) { return a.back() == b.back(); }
  };
  KeyNumbers<std::string_view, LastLetter> numbers;
  CHECK(numbers.add("one") == 0);
  CHECK(numbers.add("two") == 1);
  CHECK(numbers.add("three") == 0);
  CHECK(numbers.keys()[0] == "one");
  CHECK_FALSE(numbers.find("four"));
}

// Keys that fall into one slot under one seed do not under another: what a corpus is made to do, the next run undoes.
TEST_CASE("tables hash with seeds of their own") {
  CHECK(ExactKeys::hash("ERROR_SUCCESS", 1) != ExactKeys::hash("ERROR_SUCCESS", 2));
  CHECK(ExactKeys::hash(std::uint64_t{5}, 1) != ExactKeys::hash(std::uint64_t{5}, 2));
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

}  // namespace errpress::base
