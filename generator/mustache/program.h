// What a template is compiled to: one flat vector of instructions, in which sections are relative jumps and partials
// are calls. Made by the compiler, run by the renderer; const from then on, so thread-safe.
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

// A name in a tag. One without a dot is `key`; of others `key` is kNoKey, which no look-up finds, and they are `size`
// keys in Program::paths: none for {{.}}.
struct Name {
  Key key = kNoKey;
  std::uint16_t size = 0;
  std::uint32_t path = 0;
};

// What a short_literal has at most.
inline constexpr std::size_t kShortSize = base::TextBuffer::kShortSize;

enum class Op : std::uint8_t {
  literal,        // appends `size` bytes at `chars`
  short_literal,  // appends the first `size` of `bytes`: most of what stands between two tags is a line end or so
  variable,       // appends the value of `name` through `append`
  section,        // opens the context `name`, or jumps behind the section's end
  end,            // of a section: jumps back for the next item of a list, else closes the context
  inverted,       // jumps behind the section's end if `name` is true; it opens no context and has no `end`
  call,           // goes on at instruction `size`, and comes back after `leave`
  leave,
};

struct Instruction {
  Op op = Op::leave;
  // variable, section, inverted: which field of its object the name was found in last. A guess that speeds up the next
  // look-up and is checked there; threads share it, through std::atomic_ref only.
  alignas(2) mutable std::uint16_t field = 0;
  // literals: bytes; variable: the escaper's Escaper::relevant_traits; section, end, inverted: how far to jump; call:
  // where to
  std::uint32_t size = 0;
  Name name;
  union {
    const char* chars = nullptr;         // literal, in the text of `source`
    std::array<char, kShortSize> bytes;  // short_literal
    AppendEscaped append;                // variable
  };
  // Where the tag stands, for errors.
  std::uint32_t source = 0;
  std::uint32_t offset = 0;
};

static_assert(sizeof(Instruction) == 32, "two to a cache line");
static_assert(std::atomic_ref<std::uint16_t>::required_alignment <= 2 &&
              std::atomic_ref<std::uint16_t>::is_always_lock_free);

struct Program {
  std::vector<Instruction> code;   // of the template and of its partials, each up to its `leave`
  std::uint32_t start = 0;         // of the template itself
  std::vector<Key> paths;          // of the names with a dot
  std::deque<SourceText> sources;  // stay where they are: the literals point into them
  const KeyTable* keys = nullptr;
  bool strict = true;
  RenderLimits limits;

  // The keys of a name that Name::key does not hold.
  std::span<const Key> path_of(Name name) const { return std::span(paths).subspan(name.path, name.size); }
};

}  // namespace errpress::mustache
