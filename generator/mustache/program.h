// A compiled template: one flat vector of instructions, in which sections are relative jumps and partials are calls.
// Created by the compiler, run by the renderer. Const after compilation, so thread-safe.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "base/text_buffer.h"
#include "mustache/escaper.h"
#include "mustache/source_text.h"
#include "mustache/template.h"
#include "mustache/value.h"

namespace errpress::mustache {

// A name in a tag. A name without a dot is stored in `key`. For {{.}} and dotted names `key` is kNoKey, which no
// look-up finds, and the name is the `size` keys at the index `path` of Program::paths: none for {{.}}.
struct Name {
  Key key = kNoKey;
  std::uint16_t size = 0;
  std::uint32_t path = 0;
};

// The maximum size of a short_literal, in bytes.
inline constexpr std::size_t kShortSize = base::TextBuffer::kShortSize;

enum class Op : std::uint8_t {
  literal,        // appends `size` bytes at `chars`
  short_literal,  // appends the first `size` of `bytes`: most text between two tags is as short as a line end
  variable,       // appends the value of `name` through `append`
  section,        // opens the context `name`, or jumps past the section's end
  end,            // end of a section: jumps back for the next item of a list, otherwise closes the context
  inverted,       // jumps past the section's end if `name` is true; opens no context and has no `end`
  call,           // continues at instruction `size`, until `leave`
  leave,          // returns to the caller, or ends the rendering
};

struct Instruction {
  Op op = Op::leave;
  // variable, section, inverted: the index in its object at which the name was last found. A hint that speeds up the
  // next look-up, which verifies it. Shared between threads, so it is accessed through std::atomic_ref only.
  alignas(2) mutable std::uint16_t field = 0;
  // literals: size in bytes; variable: the escaper's Escaper::relevant_traits; section, end, inverted: distance to
  // jump; call: index of the instruction to call
  std::uint32_t size = 0;
  Name name;
  union {
    const char* chars = nullptr;         // literal, in the text of `source`
    std::array<char, kShortSize> bytes;  // short_literal
    AppendEscaped append;                // variable
  };
  // The place of the tag, for errors: index in Program::sources and byte offset in that text.
  std::uint32_t source = 0;
  std::uint32_t offset = 0;
};

static_assert(sizeof(Instruction) == 32, "two to a cache line");
static_assert(std::atomic_ref<std::uint16_t>::required_alignment <= 2 &&
              std::atomic_ref<std::uint16_t>::is_always_lock_free);

struct Program {
  std::vector<Instruction> code;   // the template and its partials, each ending with `leave`
  std::uint32_t start = 0;         // index of the template's first instruction
  std::vector<Key> paths;          // the keys of dotted names
  std::deque<SourceText> sources;  // a deque never moves them: literals point into the texts
  const KeyTable* keys = nullptr;
  bool strict = true;
  RenderLimits limits;

  // The keys of a dotted name; empty for {{.}}.
  std::span<const Key> path_of(Name name) const { return std::span(paths).subspan(name.path, name.size); }
};

}  // namespace errpress::mustache
