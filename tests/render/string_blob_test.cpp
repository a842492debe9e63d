#include "render/string_blob.h"

#include <doctest/doctest.h>

#include <string>

#include "render/template/view_keys.h"

using namespace errpress::render;

namespace {

std::int64_t number(const Value& object, Key key) {
  const Value* value = object.find(key);
  REQUIRE(value != nullptr);
  return value->integer;
}

// The text that a place leads to, read from the segments as a program would.
std::string text_at(const Value& place, const Value& segments) {
  const Value& segment = segments.as_list()[static_cast<std::size_t>(number(place, kKeySegment))];
  std::string text;
  for (const Value& piece : segment.find(kKeyStrings)->as_list()) text += piece.find(kKeyText)->as_text();
  CHECK(number(segment, kKeySize) == static_cast<std::int64_t>(text.size()));
  return text.substr(static_cast<std::size_t>(number(place, kKeyOffset)),
                     static_cast<std::size_t>(number(place, kKeySize)));
}

}  // namespace

TEST_CASE("texts lie end to end and are found where add said") {
  ViewArena arena;
  StringBlob blob;
  const Value first = blob.add(Value::text("first"), arena);
  const Value empty = blob.add(Value::text(""), arena);
  const Value second = blob.add(Value::text("\xC3\x84 second"), arena);
  const Value segments = blob.view(arena);
  CHECK(segments.as_list().size() == 1);
  CHECK(number(second, kKeyOffset) == 5);
  CHECK(number(second, kKeySize) == 9);  // bytes
  CHECK(text_at(first, segments) == "first");
  CHECK(text_at(empty, segments).empty());
  CHECK(text_at(second, segments) == "\xC3\x84 second");
  CHECK(blob.longest() == 14);
}

TEST_CASE("a blob without text has no segment") {
  ViewArena arena;
  CHECK(StringBlob().view(arena).as_list().empty());
  CHECK(StringBlob().longest() == 0);
}

TEST_CASE("a segment ends before it grows past its size, and a longer text has one of its own") {
  ViewArena arena;
  StringBlob blob;
  const std::string half(StringBlob::kSegmentSize / 2, 'h');
  const std::string most(StringBlob::kSegmentSize, 'm');
  const std::string longer(StringBlob::kSegmentSize + 1, 'l');
  const std::string_view texts[] = {half, half, "x", longer, "y", most, "", "z"};
  constexpr std::int64_t kSegments[] = {0, 0, 1, 2, 3, 4, 4, 5};
  std::vector<Value> places;
  for (const std::string_view text : texts) places.push_back(blob.add(Value::text(text), arena));
  const Value segments = blob.view(arena);
  for (std::size_t i = 0; i < places.size(); ++i) {
    CAPTURE(i);
    CHECK(number(places[i], kKeySegment) == kSegments[i]);
    CHECK(number(places[i], kKeyOffset) <= 0xFFFF);
    CHECK(text_at(places[i], segments) == texts[i]);
  }
  CHECK(blob.longest() == longer.size());
  for (std::size_t i = 0; i < segments.as_list().size(); ++i)
    CHECK(number(segments.as_list()[i], kKeyIndex) == static_cast<std::int64_t>(i));
}
