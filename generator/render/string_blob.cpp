#include "render/string_blob.h"

#include <algorithm>

#include "render/view_parts.h"

namespace errpress::render {

namespace {

Value number(std::size_t value) { return Value::number(static_cast<std::int64_t>(value)); }

}  // namespace

Value StringBlob::add(Value text, ViewArena& arena) {
  if (segments_.empty() || (segments_.back().size != 0 && segments_.back().size + text.size > kSegmentSize)) {
    segments_.emplace_back();
  }
  Segment& segment = segments_.back();
  const Value place = make_object(
      arena,
      {{kKeySegment, number(segments_.size() - 1)}, {kKeyOffset, number(segment.size)}, {kKeySize, number(text.size)}});
  if (text.size != 0) segment.strings.push_back(text);
  segment.size += text.size;
  return place;
}

std::size_t StringBlob::longest() const {
  std::size_t size = 0;
  for (const Segment& segment : segments_) size = std::max(size, segment.size);
  return size;
}

Value StringBlob::view(ViewArena& arena) const {
  std::vector<Value> segments;
  segments.reserve(segments_.size());
  for (const Segment& segment : segments_) {
    std::vector<Value> strings;
    strings.reserve(segment.strings.size());
    for (const Value text : segment.strings) strings.push_back(make_object(arena, {{kKeyText, text}}));
    segments.push_back(make_object(arena, {{kKeyIndex, number(segments.size())},
                                           {kKeySize, number(segment.size)},
                                           {kKeyStrings, Value::list(arena.copy(strings))}}));
  }
  return Value::list(arena.copy(segments));
}

}  // namespace errpress::render
