// The contexts that are open while a template is rendered. A list's section holds one context, which walks over the
// items. Of fixed size, so that rendering does not allocate. Not thread-safe: one for each rendering.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <span>

#include "render/template/view.h"

namespace errpress::render {

inline constexpr std::size_t kMaxContexts = 256;

struct Context {
  const Value* value;  // where names are looked for
  const Value* end;    // behind the list's last item
};

class ContextStack {
 public:
  ContextStack() = default;
  ContextStack(const ContextStack&) = delete;
  ContextStack& operator=(const ContextStack&) = delete;

  bool full() const { return end_ == contexts_.data() + kMaxContexts; }

  void push(const Value* value, const Value* end) {
    assert(!full());
    *end_++ = {value, end};
  }

  // Goes on to the list's next item, or closes the context and says so by false.
  bool next() {
    Context& innermost = end_[-1];
    if (++innermost.value != innermost.end) return true;
    --end_;
    return false;
  }

  const Value& top() const { return *end_[-1].value; }

  // The nearest value of that name, or nullptr.
  const Value* find(Key key) const {
    for (const Context* context = end_; context != contexts_.data();) {
      if (const Value* const found = (--context)->value->find(key)) return found;
    }
    return nullptr;
  }

  // The outermost first.
  std::span<const Context> contexts() const { return {contexts_.data(), static_cast<const Context*>(end_)}; }

 private:
  std::array<Context, kMaxContexts> contexts_;  // left uninitialised from end_ on
  Context* end_ = contexts_.data();
};

}  // namespace errpress::render
