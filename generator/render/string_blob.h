// Concatenates strings into segments smaller than the limit that compilers have for string literals, and records the
// position of each string. Used for generated headers; a value type. Keeps views of the strings and copies nothing.
#pragma once

#include <cstddef>
#include <vector>

#include "mustache/value.h"

namespace errpress::render {

class StringBlob {
 public:
  // A segment is closed before it would grow past this many bytes (MSVC: 16,380 bytes a literal, C2026). A single
  // longer string has a segment of its own.
  static constexpr std::size_t kSegmentSize = 16000;

  // Appends a text, whose bytes must outlive the views; returns {segment, offset, size}, with offset and size in bytes.
  mustache::Value add(mustache::Value text, mustache::ViewArena& arena);

  // The size of the longest segment, in bytes.
  std::size_t longest() const;

  // [{index, size, strings: [{text}]}]
  mustache::Value view(mustache::ViewArena& arena) const;

 private:
  struct Segment {
    std::size_t size = 0;
    std::vector<mustache::Value> strings;
  };
  std::vector<Segment> segments_;
};

}  // namespace errpress::render
