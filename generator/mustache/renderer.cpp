// Runs a Program: the loop that renders every page. Allocates only for the growth of the output.
#include <fmt/format.h>

#include <array>
#include <atomic>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "mustache/context_stack.h"
#include "mustache/misuse.h"
#include "mustache/program.h"
#include "mustache/template.h"

namespace errpress::mustache {

namespace {

constexpr std::size_t kMaxCalls = 256;

class Renderer {
 public:
  Renderer(const Program& program, std::span<const Value> roots, base::TextBuffer& out)
      : program_(program), out_(out), steps_left_(program.limits.steps), max_size_(out.size() + program.limits.bytes) {
    for (const Value& root : roots) contexts_.push(&root, &root + 1);
  }

  base::Status run() {
    for (const Instruction* next = program_.code.data() + program_.start;;) {
      const Instruction& at = *next++;
      switch (at.op) {
        case Op::literal:
          out_.append(at.chars, at.size);
          break;
        case Op::short_literal:
          out_.append_short(at.bytes, at.size);
          break;
        case Op::variable: {
          const Value* const value = find(at);
          const bool rendered = value != nullptr && append_value(*value, at);
          if (!rendered && program_.strict) return misuse(at);
          break;
        }
        case Op::section: {
          const Value* const value = find(at);
          if (value == nullptr && program_.strict) return misuse(at);
          if (value == nullptr || !value->truth) {
            next += at.size;
          } else if (contexts_.full()) {
            return error(at, fmt::format("more than {} contexts are open here", kMaxContexts));
          } else {
            open(*value);
          }
          break;
        }
        case Op::end:
          if (!contexts_.next()) break;
          next -= at.size;
          if (exceeds_limits()) return too_large(at);
          break;
        case Op::inverted: {
          const Value* const value = find(at);
          if (value == nullptr && program_.strict) return misuse(at);
          if (value != nullptr && value->truth) next += at.size;
          break;
        }
        case Op::call:
          if (calls_ == kMaxCalls) return error(at, fmt::format("more than {} partials are open here", kMaxCalls));
          if (exceeds_limits()) return too_large(at);
          returns_[calls_++] = next;
          next = program_.code.data() + at.size;
          break;
        case Op::leave:
          if (calls_ == 0) return base::Done{};
          next = returns_[--calls_];
          break;
        default:
          __builtin_unreachable();  // saves a range check per instruction
      }
    }
  }

 private:
  // Called once per partial and list item.
  bool exceeds_limits() { return steps_left_-- == 0 || out_.size() > max_size_; }

  const Value* find(const Instruction& at) const {
    const std::atomic_ref last_field(at.field);
    const Value* const value = contexts_.find_near(at.name.key, last_field.load(std::memory_order_relaxed));
    return value != nullptr ? value : find_slow(at);
  }

  // Looks up what find_near did not find.
  const Value* find_slow(const Instruction& at) const {
    if (at.name.size == 0) return &contexts_.top();
    if (at.name.size == 1) return find_far(at, at.name.key);
    const auto path = program_.path_of(at.name);
    const std::atomic_ref last_field(at.field);
    const Value* value = contexts_.find_near(path[0], last_field.load(std::memory_order_relaxed));
    if (value == nullptr) value = find_far(at, path[0]);
    for (const Key key : path.subspan(1)) {
      if (value == nullptr) return nullptr;
      value = value->find(key);
    }
    return value;
  }

  const Value* find_far(const Instruction& at, Key key) const {
    std::uint16_t field = 0;
    const Value* const value = contexts_.find(key, field);
    if (value != nullptr) std::atomic_ref(at.field).store(field, std::memory_order_relaxed);
    return value;
  }

  // Opens a context that iterates over the items of a list, or one for any other value.
  void open(const Value& value) {
    if (value.kind == Kind::list) {
      contexts_.push(value.items, value.items + value.size);
    } else if (value.kind == Kind::lazy_list) {
      contexts_.push_lazy(value);
    } else {
      contexts_.push(&value, &value + 1);
    }
  }

  // Appends `value`; returns false if it is of a kind that cannot be rendered.
  bool append_value(const Value& value, const Instruction& at) {
    switch (value.kind) {
      case Kind::text:
        append(at, value.as_text(), value.traits);
        return true;
      case Kind::number:
        append_number(at, value.integer);
        return true;
      case Kind::boolean:
        append(at, value.truth ? "true" : "false", base::kNoTraits);
        return true;
      default:
        return false;
    }
  }

  void append(const Instruction& at, std::string_view text, base::Traits traits) {
    if (((traits | base::trait::kAny) & at.size) == 0) {
      out_ += text;
    } else {
      at.append(out_, text, traits);
    }
  }

  void append_number(const Instruction& at, std::int64_t number) {
    std::array<char, 24> digits;
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    at.append(out_, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())),
              number < 0 ? base::kUnknownTraits : base::kNumberTraits);
  }

  base::Error too_large(const Instruction& at) const {
    return error(at, fmt::format("this page exceeds {} GB, or {} million partials and list items",
                                 program_.limits.bytes >> 30, program_.limits.steps / 1'000'000));
  }

  base::Error misuse(const Instruction& at) const { return error(at, describe_misuse(program_, at, contexts_)); }

  base::Error error(const Instruction& at, std::string message) const {
    return program_.sources[at.source].error_at(at.offset, std::move(message));
  }

  const Program& program_;
  base::TextBuffer& out_;
  ContextStack contexts_;
  std::array<const Instruction*, kMaxCalls> returns_;  // left uninitialised beyond calls_
  std::size_t calls_ = 0;
  std::size_t steps_left_;  // partials and list items
  std::size_t max_size_;    // the limit for the size of `out`
};

}  // namespace

base::Status Template::render(std::span<const Value> roots, base::TextBuffer& out) const {
  assert(!roots.empty());
  const std::size_t size = out.size();
  base::Status rendered = Renderer(*program_, roots, out).run();
  if (!rendered) out.shrink(size);
  return rendered;
}

}  // namespace errpress::mustache
