// Numbers keys from 0 in the order in which they come, and finds a key's number again. The keys stay with their owner.
// Const use is thread-safe.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace errpress::corpus {

inline std::uint64_t key_hash(std::string_view key, std::uint64_t seed) { return base::hash_of(key, seed); }
inline std::uint64_t key_hash(std::uint32_t key, std::uint64_t seed) { return base::hash_of(std::uint64_t{key}, seed); }

template <typename Key>
class KeyNumbers {
 public:
  // Makes room for so many keys in all; without it, none may be added.
  void reserve(std::size_t count) {
    keys_.reserve(count);
    slots_.assign(std::bit_ceil(2 * count + 1), kFree);
    seed_ = reinterpret_cast<std::uintptr_t>(slots_.data());
  }

  // The key's number, a new one where it has none yet.
  std::uint32_t add(Key key) {
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

  // By number.
  const std::vector<Key>& keys() const { return keys_; }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  // The slot of the key, or the free one where it would be.
  std::size_t slot_of(Key key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = key_hash(key, seed_) & mask;
    while (slots_[slot] != kFree && keys_[slots_[slot]] != key) slot = (slot + 1) & mask;
    return slot;
  }

  std::vector<Key> keys_;
  std::vector<std::uint32_t> slots_ = {kFree};
  // An address, which differs from run to run: no corpus can be made to fill one slot. Nothing that comes out depends
  // on it.
  std::uint64_t seed_ = 0;
};

}  // namespace errpress::corpus
