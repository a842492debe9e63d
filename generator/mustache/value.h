// The tree of values that templates render. Values live in a ViewArena and are valid until it is reset. They view text
// owned by others; only text that has to be generated is stored in the arena.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text_traits.h"

namespace errpress::mustache {

// The number of a key, assigned by KeyTable.
using Key = std::uint16_t;

// A key that no field has, so a look-up never finds it.
inline constexpr Key kNoKey = 0xFFFF;

enum class Kind : std::uint8_t { null, boolean, number, text, list, lazy_list, object };

struct Field;
class LazyItems;

// 16 bytes, trivially copyable. Text and children are owned by the arena, the article's source or a literal.
struct Value {
  Kind kind = Kind::null;
  bool truth = false;       // whether {{#x}} renders its section: false for null, false, "" and an empty list
  base::Traits traits = 0;  // text only
  std::uint32_t size = 0;   // bytes of text, items of a list of either kind or fields of an object
  union {
    const char* chars = nullptr;
    std::int64_t integer;
    const Value* items;
    const LazyItems* lazy;
    const Field* fields;
  };

  static Value null() { return {}; }
  static Value boolean(bool truth);
  static Value number(std::int64_t integer);
  // Keeps the view; `traits` are those of `text`, or a superset.
  static Value text(std::string_view text, base::Traits traits = base::kUnknownTraits);
  static Value list(std::span<const Value> items);  // keeps the span
  // A list whose items are made one at a time, while a template or a JSON writer walks over it; keeps the reference.
  static Value lazy_list(const LazyItems& items, std::size_t count);
  static Value object(std::span<const Field> fields);

  std::string_view as_text() const { return {chars, size}; }
  std::span<const Value> as_list() const { return {items, size}; }
  std::span<const Field> as_object() const;
  // The value of the first field with that key; nullptr if there is none or this is not an object.
  const Value* find(Key key) const;
  // The same; also sets `index` to the field's index.
  const Value* find(Key key, std::uint16_t& index) const;
};

struct Field {
  Key key = 0;
  Value value;
};

inline std::span<const Field> Value::as_object() const { return {fields, size}; }

inline Value Value::boolean(bool truth) {
  Value value;
  value.kind = Kind::boolean;
  value.truth = truth;
  return value;
}

inline Value Value::number(std::int64_t integer) {
  Value value;
  value.kind = Kind::number;
  value.truth = true;
  value.integer = integer;
  return value;
}

inline Value Value::text(std::string_view text, base::Traits traits) {
  assert(text.size() <= 0xFFFFFFFF);
  Value value;
  value.kind = Kind::text;
  value.truth = !text.empty();
  value.traits = traits;
  value.size = static_cast<std::uint32_t>(text.size());
  value.chars = text.data();
  return value;
}

inline Value Value::list(std::span<const Value> items) {
  assert(items.size() <= 0xFFFFFFFF);
  Value value;
  value.kind = Kind::list;
  value.truth = !items.empty();
  value.size = static_cast<std::uint32_t>(items.size());
  value.items = items.data();
  return value;
}

inline Value Value::lazy_list(const LazyItems& items, std::size_t count) {
  assert(count <= 0xFFFFFFFF);
  Value value;
  value.kind = Kind::lazy_list;
  value.truth = count != 0;
  value.size = static_cast<std::uint32_t>(count);
  value.lazy = &items;
  return value;
}

inline Value Value::object(std::span<const Field> fields) {
  assert(fields.size() <= 0xFFFFFFFF);
  Value value;
  value.kind = Kind::object;
  value.truth = true;
  value.size = static_cast<std::uint32_t>(fields.size());
  value.fields = fields.data();
  return value;
}

inline const Value* Value::find(Key key, std::uint16_t& index) const {
  if (kind != Kind::object) return nullptr;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (fields[i].key != key) continue;
    index = static_cast<std::uint16_t>(i);
    return &fields[i].value;
  }
  return nullptr;
}

inline const Value* Value::find(Key key) const {
  std::uint16_t index = 0;
  return find(key, index);
}

inline constexpr std::size_t kViewAlignment = alignof(Field);

// Owns the memory of views. `reset` keeps the memory for the next article. Not thread-safe: use one per thread.
class ViewArena {
 public:
  ViewArena() = default;
  ViewArena(const ViewArena&) = delete;
  ViewArena& operator=(const ViewArena&) = delete;

  void reset();
  // A position in the arena. Rewinding to a mark frees everything that was created after it.
  struct Mark {
    std::size_t chunk = 0;
    std::byte* next = nullptr;
  };
  Mark mark() const { return {chunk_, next_}; }
  void rewind(Mark mark);
  // Keeps an object that views refer to and that the arena cannot hold itself, until `reset`.
  void keep(std::shared_ptr<const void> owned) { owned_.push_back(std::move(owned)); }
  // Return copies of their argument, valid until `reset` or a `rewind` to an earlier mark.
  std::string_view copy(std::string_view text);
  std::span<const Value> copy(std::span<const Value> items);
  std::span<const Field> copy(std::span<const Field> fields);
  std::span<const Value> copy(std::initializer_list<Value> items) {
    return copy(std::span(items.begin(), items.size()));
  }
  // Inline, so that the fields are constructed in place.
  template <std::size_t count>
  std::span<const Field> copy(const Field (&fields)[count]) {
    Field* const to = static_cast<Field*>(allocate(count * sizeof(Field)));
    for (std::size_t i = 0; i < count; ++i) new (to + i) Field(fields[i]);
    return {to, count};
  }
  // A new object without a destructor, valid as long as copies are.
  template <typename T, typename... Arguments>
  T& make(Arguments&&... arguments) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= kViewAlignment);
    return *new (allocate(sizeof(T))) T(std::forward<Arguments>(arguments)...);
  }
  // `count` null values for the caller to fill, valid until `reset`.
  std::span<Value> make_values(std::size_t count) {
    if (count == 0) return {};
    Value* const values = static_cast<Value*>(allocate(count * sizeof(Value)));
    std::uninitialized_default_construct_n(values, count);
    return {values, count};
  }

 private:
  struct Chunk {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };

  template <typename T>
  std::span<const T> copy_all(std::span<const T> items);
  void* allocate(std::size_t bytes) {
    bytes = (bytes + kViewAlignment - 1) / kViewAlignment * kViewAlignment;
    if (static_cast<std::size_t>(end_ - next_) < bytes) next_chunk(bytes);
    void* const memory = next_;
    next_ += bytes;
    return memory;
  }
  void next_chunk(std::size_t bytes);

  std::vector<Chunk> chunks_;
  std::vector<std::shared_ptr<const void>> owned_;
  std::size_t chunk_ = 0;      // index of the chunk in use
  std::byte* next_ = nullptr;  // its free memory, up to end_
  std::byte* end_ = nullptr;
};

// The items of a lazy list, created one at a time. An item uses memory of `arena()` after the mark that the list's
// reader sets before it calls `make`; the reader rewinds to the mark before the next call. So a list of a million items
// takes the memory of one. Not thread-safe.
class LazyItems {
 public:
  explicit LazyItems(ViewArena& arena) : arena_(arena) {}
  LazyItems(const LazyItems&) = delete;
  LazyItems& operator=(const LazyItems&) = delete;
  virtual Value make(std::uint32_t index) const = 0;
  ViewArena& arena() const { return arena_; }

 protected:
  ~LazyItems() = default;  // they live in arenas, which destroy nothing

 private:
  ViewArena& arena_;
};

// Maps the names of keys to numbers and back. Const use is thread-safe.
class KeyTable {
 public:
  // `names` get the numbers 0, 1, ... in order.
  explicit KeyTable(std::span<const std::string_view> names = {});
  // The name's number, added if it is new; kNoKey if it is new and the table already holds 65,535 names.
  Key intern(std::string_view name);
  std::optional<Key> find(std::string_view name) const;
  // The spelling of a key of this table; empty for kNoKey.
  std::string_view name(Key key) const;
  const std::vector<std::string>& names() const { return names_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
  };

  std::vector<std::string> names_;
  std::unordered_map<std::string, Key, Hash, std::equal_to<>> numbers_;
};

}  // namespace errpress::mustache
