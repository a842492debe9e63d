#include "mustache/value.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <type_traits>

namespace errpress::mustache {

namespace {

constexpr std::size_t kChunkSize = std::size_t{64} << 10;
static_assert(sizeof(Value) == 16);

}  // namespace

void ViewArena::reset() {
  owned_.clear();
  chunk_ = 0;
  next_ = chunks_.empty() ? nullptr : chunks_[0].bytes.get();
  end_ = chunks_.empty() ? nullptr : next_ + chunks_[0].size;
}

void ViewArena::rewind(Mark mark) {
  if (mark.next == nullptr) {  // it was set before the first chunk
    mark.next = chunks_.empty() ? nullptr : chunks_[0].bytes.get();
  }
  chunk_ = mark.chunk;
  next_ = mark.next;
  end_ = chunks_.empty() ? nullptr : chunks_[chunk_].bytes.get() + chunks_[chunk_].size;
}

std::string_view ViewArena::copy(std::string_view text) {
  const std::span<const char> bytes = copy_all(std::span(text));
  return {bytes.data(), bytes.size()};
}

std::span<const Value> ViewArena::copy(std::span<const Value> items) { return copy_all(items); }

std::span<const Field> ViewArena::copy(std::span<const Field> fields) { return copy_all(fields); }

template <typename T>
std::span<const T> ViewArena::copy_all(std::span<const T> items) {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kViewAlignment);
  if (items.empty()) return {};
  void* const memory = allocate(items.size_bytes());
  std::memcpy(memory, items.data(), items.size_bytes());
  return {static_cast<const T*>(memory), items.size()};
}

// Moves to the next existing chunk that is large enough, or allocates one.
void ViewArena::next_chunk(std::size_t bytes) {
  if (!chunks_.empty()) ++chunk_;
  while (chunk_ < chunks_.size() && chunks_[chunk_].size < bytes) ++chunk_;
  if (chunk_ == chunks_.size()) {
    const std::size_t size = std::max(bytes, kChunkSize);
    chunks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
  }
  next_ = chunks_[chunk_].bytes.get();
  end_ = next_ + chunks_[chunk_].size;
}

KeyTable::KeyTable(std::span<const std::string_view> names) {
  for (const std::string_view name : names) intern(name);
}

Key KeyTable::intern(std::string_view name) {
  if (const std::optional<Key> known = find(name)) return *known;
  if (names_.size() == kNoKey) return kNoKey;
  const Key key = static_cast<Key>(names_.size());
  names_.emplace_back(name);
  numbers_.emplace(name, key);
  return key;
}

std::optional<Key> KeyTable::find(std::string_view name) const {
  const auto entry = numbers_.find(name);
  if (entry == numbers_.end()) return std::nullopt;
  return entry->second;
}

std::string_view KeyTable::name(Key key) const {
  return key < names_.size() ? std::string_view(names_[key]) : std::string_view();
}

}  // namespace errpress::mustache
