#include "render/string_blob.h"

#include <doctest/doctest.h>

#include <string>

#include "render/view_keys.h"

using namespace errpress::render;
namespace mustache = errpress::mustache;

namespace {

std::int64_t number(const mustache::Value& object, mustache::Key key) {
  const mustache::Value* value = object.find(key);
  REQUIRE(value != nullptr);
  return value->integer;
}

// The text that a place leads to, read from the segments as a program would.
std::string text_at(const mustache::Value& place, const mustache::Value& segments) {
  const mustache::Value& segment = segments.as_list()[static_cast<std::size_t>(number(place, key("segment")))];
  std::string text;
  for (const mustache::Value& piece : segment.find(key("strings"))->as_list())
    text += piece.find(key("text"))->as_text();
  CHECK(number(segment, key("size")) == static_cast<std::int64_t>(text.size()));
  return text.substr(static_cast<std::size_t>(number(place, key("offset"))),
                     static_cast<std::size_t>(number(place, key("size"))));
}

}  // namespace

TEST_CASE("texts lie end to end and are found where add said") {
  mustache::ViewArena arena;
  StringBlob blob;
  const mustache::Value first = blob.add(mustache::Value::text("first"), arena);
  const mustache::Value empty = blob.add(mustache::Value::text(""), arena);
  const mustache::Value second = blob.add(mustache::Value::text("\xC3\x84 second"), arena);
  const mustache::Value segments = blob.view(arena);
  CHECK(segments.as_list().size() == 1);
  CHECK(number(second, key("offset")) == 5);
  CHECK(number(second, key("size")) == 9);  // bytes
  CHECK(text_at(first, segments) == "first");
  CHECK(text_at(empty, segments).empty());
  CHECK(text_at(second, segments) == "\xC3\x84 second");
  CHECK(blob.longest() == 14);
}

TEST_CASE("a blob without text has no segment") {
  mustache::ViewArena arena;
  CHECK(StringBlob().view(arena).as_list().empty());
  CHECK(StringBlob().longest() == 0);
}

TEST_CASE("a segment ends before it grows past its size, and a longer text has one of its own") {
  mustache::ViewArena arena;
  StringBlob blob;
  const std::string half(StringBlob::kSegmentSize / 2, 'h');
  const std::string most(StringBlob::kSegmentSize, 'm');
  const std::string longer(StringBlob::kSegmentSize + 1, 'l');
  const std::string_view texts[] = {half, half, "x", longer, "y", most, "", "z"};
  constexpr std::int64_t kSegments[] = {0, 0, 1, 2, 3, 4, 4, 5};
  std::vector<mustache::Value> places;
  for (const std::string_view text : texts) places.push_back(blob.add(mustache::Value::text(text), arena));
  const mustache::Value segments = blob.view(arena);
  for (std::size_t i = 0; i < places.size(); ++i) {
    CAPTURE(i);
    CHECK(number(places[i], key("segment")) == kSegments[i]);
    CHECK(number(places[i], key("offset")) <= 0xFFFF);
    CHECK(text_at(places[i], segments) == texts[i]);
  }
  CHECK(blob.longest() == longer.size());
  for (std::size_t i = 0; i < segments.as_list().size(); ++i)
    CHECK(number(segments.as_list()[i], key("index")) == static_cast<std::int64_t>(i));
}
