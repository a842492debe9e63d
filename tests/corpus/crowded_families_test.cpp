// Which families are those of several enumerations.
#include "corpus/crowded_families.h"

#include <doctest/doctest.h>

#include <string>

using namespace errpress::corpus;

namespace {

// A family of `numbers` numbers, the first `crowded` of which have `names` names.
bool is_crowded(int numbers, int crowded, int names) {
  std::string table;
  for (int number = 1; number <= numbers; ++number) {
    for (int i = 0; i < (number <= crowded ? names : 1); ++i) {
      table += "N_" + std::to_string(number) + "_" + std::to_string(i) + "\t" + std::to_string(number) + "\tsdk\n";
    }
  }
  table += "OTHER\t1\tother\n";
  Registry registry;
  REQUIRE(registry.add(table, "codes.tsv", 0).ok());
  const CrowdedFamilies families(registry);
  CHECK_FALSE(families.contains(*registry.families().find("other")));
  CHECK_FALSE(families.contains(kNoFamily));
  return families.contains(*registry.families().find("sdk"));
}

}  // namespace

TEST_CASE("crowded families: many numbers with many names") {
  CHECK(is_crowded(100, 10, 4));
  CHECK(is_crowded(250, 10, 4));
  CHECK_FALSE(is_crowded(251, 10, 4));
  CHECK_FALSE(is_crowded(100, 9, 4));
  CHECK_FALSE(is_crowded(100, 10, 3));
  CHECK_FALSE(is_crowded(100, 0, 1));
}
