// The stack of open contexts while a template is rendered. The section of a list uses one context, which iterates over
// the items. Of fixed size, so that rendering does not allocate (but the items of a lazy list are created in its
// arena). Not thread-safe: create one per rendering.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "mustache/value.h"

namespace errpress::mustache {

inline constexpr std::size_t kMaxContexts = 256;

struct Context {
  const Value* value;   // the value of {{.}}
  const Value* end;     // one past the list's last item
  const Value* object;  // the innermost object at or outside this context: most names are found in it
};

// A lazy list that a context walks over: the context sees a list of one item, `item`, which is made anew at its end.
struct LazyWalk {
  const LazyItems* items;
  std::uint32_t next_item;
  std::uint32_t count;
  ViewArena::Mark mark;  // of the arena before the first item
  Context* context;
  std::unique_ptr<Value> item;
};

class ContextStack {
 public:
  ContextStack() { contexts_[0] = {nullptr, nullptr, &no_object_}; }
  ContextStack(const ContextStack&) = delete;
  ContextStack& operator=(const ContextStack&) = delete;

  bool full() const { return end_ == contexts_.data() + contexts_.size(); }

  void push(const Value* value, const Value* end) {
    assert(!full());
    *end_ = {value, end, object_of(value, end_[-1])};
    ++end_;
  }

  // For a list that is not empty.
  void push_lazy(const Value& list) {
    assert(!full() && list.kind == Kind::lazy_list && list.size != 0);
    walks_.push_back({list.lazy, 0, list.size, list.lazy->arena().mark(), end_, std::make_unique<Value>()});
    lazy_ = end_;
    make_item(walks_.back());
    ++end_;
  }

  // Moves to the list's next item; after the last, closes the context and returns false.
  bool next() {
    Context& innermost = end_[-1];
    if (++innermost.value == innermost.end) {
      if (&innermost == lazy_ && next_lazy()) return true;
      --end_;
      return false;
    }
    innermost.object = object_of(innermost.value, end_[-2]);
    return true;
  }

  const Value& top() const { return *end_[-1].value; }

  // The value at the index `field` of the innermost object if it has the key `key`, otherwise nullptr.
  const Value* find_near(Key key, std::uint16_t field) const {
    const Value& object = *end_[-1].object;
    return field < object.size && object.fields[field].key == key ? &object.fields[field].value : nullptr;
  }

  // The value of `key` in the innermost context that has it, or nullptr. Sets `field` to its index in the object.
  const Value* find(Key key, std::uint16_t& field) const {
    for (const Context* context = end_; context != contexts_.data() + 1;) {
      if (const Value* const found = (--context)->value->find(key, field)) return found;
    }
    return nullptr;
  }

  // Outermost first.
  std::span<const Context> contexts() const { return {contexts_.data() + 1, static_cast<const Context*>(end_)}; }

 private:
  // Goes on to the lazy list's next item, or forgets the list.
  bool next_lazy() {
    LazyWalk& walk = walks_.back();
    walk.items->arena().rewind(walk.mark);
    if (walk.next_item == walk.count) {
      walks_.pop_back();
      lazy_ = walks_.empty() ? nullptr : walks_.back().context;
      return false;
    }
    make_item(walk);
    return true;
  }

  static void make_item(LazyWalk& walk) {
    *walk.item = walk.items->make(walk.next_item++);
    const Value* const item = walk.item.get();
    *walk.context = {item, item + 1, object_of(item, walk.context[-1])};
  }

  static const Value* object_of(const Value* value, const Context& outer) {
    return value->kind == Kind::object ? value : outer.object;
  }

  Value no_object_ = Value::object({});
  std::array<Context, kMaxContexts + 1> contexts_;  // the first ends the chain of objects; uninitialised from end_ on
  Context* end_ = contexts_.data() + 1;
  const Context* lazy_ = nullptr;  // that of the innermost of these
  std::vector<LazyWalk> walks_;    // of the contexts that walk over lazy lists, the outermost first
};

}  // namespace errpress::mustache
