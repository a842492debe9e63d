// Families in which many numbers have many names: those of headers that define several enumerations. There, a number
// that has an owner says nothing about another name.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "corpus/family.h"
#include "corpus/registry.h"

namespace errpress::corpus {

class CrowdedFamilies {
 public:
  // Keeps a reference to the registry, which must not change any more.
  explicit CrowdedFamilies(const Registry& registry) : registry_(registry) {}

  // Whether ten numbers and a twenty-fifth of all numbers of the family have four names or more. Of the headers on
  // which this was tried, those of error codes have at most one such number (success), those of enumerations 12 to 39,
  // and 5 to 20 of a hundred. Counts on first use. Thread-safe.
  bool contains(FamilyId family) const;

 private:
  const Registry& registry_;
  mutable std::mutex counting_;  // not std::call_once: no exception can propagate out of it when memory is exhausted
  mutable std::unique_ptr<const std::vector<bool>> crowded_;  // by family
};

}  // namespace errpress::corpus
