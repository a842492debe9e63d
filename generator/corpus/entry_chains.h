// A multimap from keys to numbers of entries, which keeps the order in which entries of one key were added. The keys
// stay with their owner: whoever asks brings the key's hash and says which entries have the key. Two allocations in
// all. Const use is thread-safe.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace errpress::corpus {

class EntryChains {
 public:
  // Makes room for `count` entries in all. `hash_of(entry)` is the hash that the entry was added with.
  template <typename HashOf>
  void reserve(std::size_t count, HashOf hash_of) {
    next_.reserve(count);
    if (2 * count <= slots_.size()) return;
    const std::vector<std::uint32_t> before = std::exchange(slots_, {});
    slots_.resize(std::bit_ceil(2 * count), kFree);
    for (const std::uint32_t last : before) {
      if (last != kFree) slots_[find_slot(hash_of(last), [](std::uint32_t) { return false; })] = last;
    }
  }

  // Where a key is, or would be. Adding an entry keeps the places of keys that are there.
  struct Place {
    std::size_t slot;
    std::optional<std::uint32_t> first;  // of the key's entries; nothing where there is none
  };

  // The place of the key that `same(entry)` knows. Room must have been made.
  template <typename Same>
  Place find(std::uint64_t hash, Same same) const {
    const std::size_t slot = find_slot(hash, same);
    const std::uint32_t last = slots_[slot];
    return {slot, last == kFree ? std::nullopt : std::optional(next_[last])};
  }

  // Calls `visit(entry)` for each entry of the key that `first` belongs to.
  template <typename Visit>
  void for_each(std::uint32_t first, Visit visit) const {
    std::uint32_t entry = first;
    do {
      visit(entry);
      entry = next_[entry];
    } while (entry != first);
  }

  // Adds the next entry (they are numbered from 0) to the key of a place; there must be room for it.
  void add(Place place) {
    const auto entry = static_cast<std::uint32_t>(next_.size());
    std::uint32_t& last = slots_[place.slot];
    next_.push_back(place.first.value_or(entry));
    if (place.first) next_[last] = entry;
    last = entry;
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  // The slot of the key, or the free one where it would be.
  template <typename Same>
  std::size_t find_slot(std::uint64_t hash, Same same) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot] != kFree && !same(slots_[slot])) slot = (slot + 1) & mask;
    return slot;
  }

  std::vector<std::uint32_t> slots_ = {kFree};  // of each key its last entry, from where the ring goes on to the first
  std::vector<std::uint32_t> next_;             // of each entry the next one of its key, in a ring
};

}  // namespace errpress::corpus
