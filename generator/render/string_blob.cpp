#include "render/string_blob.h"

#include <algorithm>

#include "render/view_parts.h"

namespace errpress::render {

namespace {

mustache::Value number(std::size_t value) { return mustache::Value::number(static_cast<std::int64_t>(value)); }

}  // namespace

mustache::Value StringBlob::add(mustache::Value text, mustache::ViewArena& arena) {
  if (segments_.empty() || (segments_.back().size != 0 && segments_.back().size + text.size > kSegmentSize)) {
    segments_.emplace_back();
  }
  Segment& segment = segments_.back();
  const mustache::Value place = make_object(arena, {{key("segment"), number(segments_.size() - 1)},
                                                    {key("offset"), number(segment.size)},
                                                    {key("size"), number(text.size)}});
  if (text.size != 0) segment.strings.push_back(text);
  segment.size += text.size;
  return place;
}

std::size_t StringBlob::longest() const {
  std::size_t size = 0;
  for (const Segment& segment : segments_) size = std::max(size, segment.size);
  return size;
}

mustache::Value StringBlob::view(mustache::ViewArena& arena) const {
  std::vector<mustache::Value> segments;
  segments.reserve(segments_.size());
  for (const Segment& segment : segments_) {
    std::vector<mustache::Value> strings;
    strings.reserve(segment.strings.size());
    for (const mustache::Value text : segment.strings) strings.push_back(make_object(arena, {{key("text"), text}}));
    segments.push_back(make_object(arena, {{key("index"), number(segments.size())},
                                           {key("size"), number(segment.size)},
                                           {key("strings"), mustache::Value::list(arena.copy(strings))}}));
  }
  return mustache::Value::list(arena.copy(segments));
}

}  // namespace errpress::render
