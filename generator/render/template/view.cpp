#include "render/template/view.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>
#include <memory>
#include <type_traits>

#include "render/template/view_keys.h"

namespace errpress::render {

namespace {

constexpr std::size_t kChunkSize = std::size_t{64} << 10;
constexpr std::size_t kAlignment = alignof(Field);

static_assert(sizeof(Value) == 16);

std::uint32_t checked_size(std::size_t size) {
  assert(size <= std::numeric_limits<std::uint32_t>::max());
  return static_cast<std::uint32_t>(size);
}

}  // namespace

Value Value::boolean(bool truth) {
  Value value;
  value.kind = Kind::boolean;
  value.truth = truth;
  return value;
}

Value Value::number(std::int64_t integer) {
  Value value;
  value.kind = Kind::number;
  value.truth = true;
  value.integer = integer;
  return value;
}

Value Value::text(std::string_view text, Traits traits) {
  Value value;
  value.kind = Kind::text;
  value.truth = !text.empty();
  value.traits = traits;
  value.size = checked_size(text.size());
  value.chars = text.data();
  return value;
}

Value Value::list(std::span<const Value> items) {
  Value value;
  value.kind = Kind::list;
  value.truth = !items.empty();
  value.size = checked_size(items.size());
  value.items = items.data();
  return value;
}

Value Value::object(std::span<const Field> fields) {
  Value value;
  value.kind = Kind::object;
  value.truth = true;
  value.size = checked_size(fields.size());
  value.fields = fields.data();
  return value;
}

void ViewArena::reset() {
  chunk_ = 0;
  next_ = chunks_.empty() ? nullptr : chunks_[0].bytes.get();
  end_ = chunks_.empty() ? nullptr : next_ + chunks_[0].size;
}

std::string_view ViewArena::copy(std::string_view text) {
  const std::span<const char> bytes = copy_all(std::span(text));
  return {bytes.data(), bytes.size()};
}

std::span<const Value> ViewArena::copy(std::span<const Value> items) { return copy_all(items); }

std::span<const Field> ViewArena::copy(std::span<const Field> fields) { return copy_all(fields); }

std::span<Value> ViewArena::make_values(std::size_t count) {
  if (count == 0) return {};
  Value* const values = static_cast<Value*>(allocate(count * sizeof(Value)));
  std::uninitialized_default_construct_n(values, count);
  return {values, count};
}

template <typename T>
std::span<const T> ViewArena::copy_all(std::span<const T> items) {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kAlignment);
  if (items.empty()) return {};
  void* const memory = allocate(items.size_bytes());
  std::memcpy(memory, items.data(), items.size_bytes());
  return {static_cast<const T*>(memory), items.size()};
}

void* ViewArena::allocate(std::size_t bytes) {
  bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
  if (static_cast<std::size_t>(end_ - next_) < bytes) next_chunk(bytes);
  void* const memory = next_;
  next_ += bytes;
  return memory;
}

// Goes on to the next kept chunk that is large enough, or to a new one.
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

KeyTable::KeyTable() {
  for (const ViewKeyName& entry : view_key_names()) intern(entry.name);
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

}  // namespace errpress::render
