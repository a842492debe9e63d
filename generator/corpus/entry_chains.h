// The entries of each key, in the order in which they were added. Keys are numbers (base/key_numbers.h), entries are
// numbered from 0 as they come. Const use is thread-safe.
#pragma once

#include <cstdint>
#include <vector>

namespace errpress::corpus {

class EntryChains {
 public:
  // Adds the next entry to a key: one that has entries, or the next number after those that do.
  void add(std::uint32_t key) {
    const auto entry = static_cast<std::uint32_t>(next_.size());
    if (key == last_.size()) {
      last_.push_back(entry);
      next_.push_back(entry);
      return;
    }
    next_.push_back(first(key));
    next_[last_[key]] = entry;
    last_[key] = entry;
  }

  std::uint32_t first(std::uint32_t key) const { return next_[last_[key]]; }

  // Calls `visit(entry)` for each entry of a key.
  template <typename Visit>
  void for_each(std::uint32_t key, Visit visit) const {
    std::uint32_t entry = last_[key];
    do {
      entry = next_[entry];
      visit(entry);
    } while (entry != last_[key]);
  }

 private:
  std::vector<std::uint32_t> last_;  // of each key its last entry, from where the ring goes on to the first
  std::vector<std::uint32_t> next_;  // of each entry the next one of its key, in a ring
};

}  // namespace errpress::corpus
