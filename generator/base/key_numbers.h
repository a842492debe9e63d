// Numbers keys from 0 in the order in which they are added, and looks numbers up by key: the hash table of the
// registry, the corpus index and the output plan. Does not own the text of its keys. Const use is thread-safe.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace errpress::base {

// Compares keys byte by byte.
struct ExactKeys {
  static std::uint64_t hash(std::string_view key, std::uint64_t seed) { return hash_of(key, seed); }
  static std::uint64_t hash(std::uint64_t key, std::uint64_t seed) { return hash_of(key, seed); }
  template <typename Key>
  static bool same(Key a, Key b) {
    return a == b;
  }
};

// `Keys` defines which keys are equal, and a hash consistent with that. At most 2^32 - 2 keys; throws std::bad_alloc.
template <typename Key, typename Keys = ExactKeys>
class KeyNumbers {
 public:
  // Reserves space for `count` keys in total, so that adding them causes no reallocation.
  void reserve(std::size_t count) {
    if (2 * count <= slots_.size()) return;
    keys_.reserve(count);
    rehash(std::bit_ceil(2 * count));
  }

  // Returns the number of the key; a key that is not in the table gets the next number.
  std::uint32_t add(Key key) {
    if (2 * (keys_.size() + 1) > slots_.size()) rehash(2 * slots_.size());
    std::uint32_t& slot = slots_[slot_of(key)];
    if (slot == kFree) {
      slot = static_cast<std::uint32_t>(keys_.size());
      keys_.push_back(key);
    }
    return slot;
  }

  std::optional<std::uint32_t> find(Key key) const {
    const std::uint32_t number = slots_[slot_of(key)];
    return number == kFree ? std::nullopt : std::optional(number);
  }

  std::size_t size() const { return keys_.size(); }
  // Indexed by number.
  const std::vector<Key>& keys() const { return keys_; }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  // Returns the slot of the key, or the free slot where it would be inserted.
  std::size_t slot_of(Key key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = Keys::hash(key, seed_) & mask;
    while (slots_[slot] != kFree && !Keys::same(keys_[slots_[slot]], key)) slot = (slot + 1) & mask;
    return slot;
  }

  void rehash(std::size_t size) {
    slots_.assign(size, kFree);
    for (std::uint32_t number = 0; number < keys_.size(); ++number) slots_[slot_of(keys_[number])] = number;
  }

  std::vector<Key> keys_;
  std::vector<std::uint32_t> slots_ = {kFree};  // the size is a power of two; at most half are in use
  // An address, which differs from run to run, so that no corpus can be crafted to make all keys collide. No result
  // depends on it.
  std::uint64_t seed_ = reinterpret_cast<std::uintptr_t>(this);
};

}  // namespace errpress::base
