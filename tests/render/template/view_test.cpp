#include "render/template/view.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/template/view_keys.h"

namespace {

using namespace errpress::render;

TEST_CASE("view: every kind keeps what it was given") {
  const Value items[] = {Value::number(1), Value::text("b")};
  const Field fields[] = {{kKeyName, Value::text("ERROR_X")}, {kKeyCode, Value::null()}};
  CHECK(Value::null().kind == Kind::null);
  CHECK(Value::boolean(true).truth);
  CHECK(Value::number(INT64_MIN).integer == INT64_MIN);
  CHECK(Value::text("abc").as_text() == "abc");
  CHECK(Value::text({}).as_text().empty());
  CHECK(Value::list(items).as_list()[1].as_text() == "b");
  CHECK(Value::object(fields).as_object()[0].value.as_text() == "ERROR_X");
}

TEST_CASE("view: fields are found by key, the first of two wins") {
  const Field fields[] = {{kKeyName, Value::text("a")}, {kKeyCode, Value::null()}, {kKeyName, Value::text("b")}};
  const Value object = Value::object(fields);
  REQUIRE(object.find(kKeyName) != nullptr);
  CHECK(object.find(kKeyName)->as_text() == "a");
  REQUIRE(object.find(kKeyCode) != nullptr);
  CHECK(object.find(kKeyCode)->kind == Kind::null);
  CHECK(object.find(kKeyHex) == nullptr);
  CHECK(object.find(kNoKey) == nullptr);
  CHECK(Value::text("name").find(kKeyName) == nullptr);
  CHECK(Value::object({}).find(kKeyName) == nullptr);
}

TEST_CASE("view: false are null, false, empty text and the empty list") {
  const Value items[] = {Value::null()};
  CHECK_FALSE(Value::null().truth);
  CHECK_FALSE(Value::boolean(false).truth);
  CHECK_FALSE(Value::text("").truth);
  CHECK_FALSE(Value::list({}).truth);
  CHECK(Value::boolean(true).truth);
  CHECK(Value::number(0).truth);
  CHECK(Value::text("0").truth);
  CHECK(Value::list(items).truth);
  CHECK(Value::object({}).truth);
}

TEST_CASE("view arena: copies outlive their originals") {
  ViewArena arena;
  std::string text = "text";
  std::vector<Value> items = {Value::number(7)};
  std::vector<Field> fields = {{kKeyCode, Value::number(8)}};
  const std::string_view kept_text = arena.copy(text);
  const auto kept_items = arena.copy(items);
  const auto kept_fields = arena.copy(fields);
  const auto listed = arena.copy({Value::number(1), Value::number(2)});
  text = "gone";
  items[0] = Value::null();
  fields[0] = {};
  CHECK(kept_text == "text");
  CHECK(kept_items[0].integer == 7);
  CHECK(kept_fields[0].key == kKeyCode);
  CHECK(kept_fields[0].value.integer == 8);
  CHECK(listed[1].integer == 2);
  CHECK(arena.copy(std::string_view()).empty());
}

TEST_CASE("view arena: copies are aligned and do not overlap, whatever their sizes") {
  ViewArena arena;
  std::vector<std::string> originals;
  std::vector<std::string_view> copies;
  for (std::size_t size = 1; size < 400'000; size = size * 3 / 2 + 1) {
    originals.emplace_back(size, static_cast<char>('a' + originals.size() % 26));
    copies.push_back(arena.copy(originals.back()));
    const auto fields = arena.copy({Field{kKeyName, Value::null()}});
    CHECK(reinterpret_cast<std::uintptr_t>(fields.data()) % alignof(Field) == 0);
  }
  for (std::size_t i = 0; i < copies.size(); ++i) CHECK(copies[i] == originals[i]);
}

TEST_CASE("view arena: a reset hands out the same memory again") {
  ViewArena arena;
  arena.reset();
  const std::string small(1000, 's');
  const std::string large(200'000, 'l');
  std::vector<const char*> first;
  for (int round = 0; round < 3; ++round) {
    std::vector<const char*> places;
    for (int i = 0; i < 100; ++i) places.push_back(arena.copy(small).data());
    places.push_back(arena.copy(large).data());
    places.push_back(arena.copy(small).data());
    if (round == 0) first = places;
    CHECK(places == first);
    arena.reset();
  }
}

TEST_CASE("key table: the contract's keys have the same numbers in every table") {
  KeyTable keys;
  CHECK(keys.names().size() == kViewKeyCount);
  CHECK(keys.find("name") == kKeyName);
  CHECK(keys.intern("view_version") == kKeyViewVersion);
  for (const ViewKeyName& entry : view_key_names()) {
    CHECK(keys.find(entry.name) == entry.key);
    CHECK(keys.name(entry.key) == entry.name);
  }
}

TEST_CASE("key table: new names get new numbers once") {
  KeyTable keys;
  CHECK_FALSE(keys.find("house_style"));
  const Key key = keys.intern("house_style");
  CHECK(key == kViewKeyCount);
  CHECK(keys.intern("house_style") == key);
  CHECK(keys.find("house_style") == key);
  CHECK(keys.name(key) == "house_style");
}

TEST_CASE("key table: when it is full, new names get no key") {
  KeyTable keys;
  while (keys.names().size() < kNoKey) REQUIRE(keys.intern(fmt::format("k{}", keys.names().size())) != kNoKey);
  CHECK(keys.intern("one_more") == kNoKey);
  CHECK_FALSE(keys.find("one_more"));
  CHECK(keys.intern("name") == kKeyName);
  CHECK(keys.name(kNoKey).empty());
}

}  // namespace
