#include "corpus/entry_chains.h"

#include <doctest/doctest.h>

#include <vector>

namespace errpress::corpus {

TEST_CASE("the entries of a key come in the order in which they were added") {
  EntryChains chains;
  for (const std::uint32_t key : {0u, 1u, 0u, 2u, 1u, 0u}) chains.add(key);
  const auto of = [&](std::uint32_t key) {
    std::vector<std::uint32_t> entries;
    chains.for_each(key, [&](std::uint32_t entry) { entries.push_back(entry); });
    return entries;
  };
  CHECK(of(0) == std::vector<std::uint32_t>{0, 2, 5});
  CHECK(of(1) == std::vector<std::uint32_t>{1, 4});
  CHECK(of(2) == std::vector<std::uint32_t>{3});
  CHECK(chains.first(0) == 0);
  CHECK(chains.first(1) == 1);
}

}  // namespace errpress::corpus
