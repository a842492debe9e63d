// Numbers keys from 0 in the order in which they come, and finds a key's number again: the hash table of the registry,
// the corpus index and the output plan. The keys' text stays with its owner. Const use is thread-safe.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace errpress::base {

// Keys that are equal byte by byte.
struct ExactKeys {
  static std::uint64_t hash(std::string_view key, std::uint64_t seed) { return hash_of(key, seed); }
  static std::uint64_t hash(std::uint64_t key, std::uint64_t seed) { return hash_of(key, seed); }
  template <typename Key>
  static bool same(Key a, Key b) {
    return a == b;
  }
};

// `Keys` says which keys are the same, and hashes them accordingly. At most 2^32 - 2 keys; throws std::bad_alloc.
template <typename Key, typename Keys = ExactKeys>
class KeyNumbers {
 public:
  // Makes room for so many keys in all, so that adding them does not move what is there.
  void reserve(std::size_t count) {
    if (2 * count <= slots_.size()) return;
    keys_.reserve(count);
    rehash(std::bit_ceil(2 * count));
  }

  // The key's number, a new one where it has none yet.
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
  // By number.
  const std::vector<Key>& keys() const { return keys_; }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  // The slot of the key, or the free one where it would be.
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
  std::vector<std::uint32_t> slots_ = {kFree};  // a power of two of them, at most half of them taken
  // An address, which differs from run to run: no corpus can be made to fill one slot. Nothing that comes out depends
  // on it.
  std::uint64_t seed_ = reinterpret_cast<std::uintptr_t>(this);
};

}  // namespace errpress::base
