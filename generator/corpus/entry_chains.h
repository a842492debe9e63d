// The entries of each key, in the order in which they were added. Keys are numbers (base/key_numbers.h); entries are
// numbered from 0 in the order of addition. Const use is thread-safe.
#pragma once

#include <cstdint>
#include <vector>

namespace errpress::corpus {

class EntryChains {
 public:
  // Adds the next entry to `key`, which must be a key that has entries or the next key number.
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
  std::vector<std::uint32_t> last_;  // by key: its last entry, whose next entry is the first one
  std::vector<std::uint32_t> next_;  // by entry: the next entry of the same key, circular
};

}  // namespace errpress::corpus
