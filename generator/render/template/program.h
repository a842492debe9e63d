// What a template is compiled to: one flat vector of instructions, in which sections are relative jumps and partials
// are calls. Made by the compiler, run by the renderer; const from then on, so thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "render/escape/escaper.h"
#include "render/template/source_text.h"
#include "render/template/view.h"

namespace errpress::render {

// A name in a tag: `size` keys, none for {{.}}. The first stands here, the rest of a dotted name in
// Program::dotted_keys.
struct Name {
  Key key = kNoKey;
  std::uint16_t size = 0;
  std::uint32_t rest = 0;
};

enum class Op : std::uint8_t {
  literal,   // appends `size` bytes at `chars`
  variable,  // appends the value of `name` through `append`
  section,   // opens the context `name`, or jumps behind the section's end
  end,       // of a section: jumps back for the next item of a list, else closes the context
  inverted,  // jumps behind the section's end if `name` is true; it opens no context and has no `end`
  call,      // goes on at instruction `size`, and comes back after `leave`
  leave,
};

struct Instruction {
  Op op = Op::leave;
  std::uint32_t size = 0;  // literal: bytes; section, end, inverted: how far to jump; call: where to
  Name name;
  union {
    const char* chars = nullptr;                         // literal, in the text of `source`
    void (*append)(std::string& out, std::string_view);  // variable
  };
  // Where the tag stands, for errors.
  std::uint32_t source = 0;
  std::uint32_t offset = 0;
};

static_assert(sizeof(Instruction) == 32, "two to a cache line");

struct Program {
  std::vector<Instruction> code;  // of the template and of its partials, each up to its `leave`
  std::uint32_t start = 0;        // of the template itself
  std::vector<Key> dotted_keys;
  std::deque<SourceText> sources;  // stay where they are: the literals point into them
  const KeyTable* keys = nullptr;
  bool strict = true;

  // The keys of a dotted name after the first.
  std::span<const Key> rest_of(Name name) const {
    return std::span(dotted_keys).subspan(name.rest, name.size < 2 ? 0 : name.size - std::size_t{1});
  }
};

}  // namespace errpress::render
