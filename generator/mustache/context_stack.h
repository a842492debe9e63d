// The stack of open contexts while a template is rendered. The section of a list uses one context, which iterates over
// the items. Of fixed size, so that rendering does not allocate. Not thread-safe: create one per rendering.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include "mustache/value.h"

namespace errpress::mustache {

inline constexpr std::size_t kMaxContexts = 256;

struct Context {
  const Value* value;   // the value of {{.}}
  const Value* end;     // one past the list's last item
  const Value* object;  // the innermost object at or outside this context: most names are found in it
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

  // Moves to the list's next item; after the last, closes the context and returns false.
  bool next() {
    Context& innermost = end_[-1];
    if (++innermost.value == innermost.end) {
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
  static const Value* object_of(const Value* value, const Context& outer) {
    return value->kind == Kind::object ? value : outer.object;
  }

  Value no_object_ = Value::object({});
  std::array<Context, kMaxContexts + 1> contexts_;  // the first ends the chain of objects; uninitialised from end_ on
  Context* end_ = contexts_.data() + 1;
};

}  // namespace errpress::mustache
