#include "mustache/value.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "workbench.h"

namespace {

using namespace errpress::mustache;
using errpress::tests::test_key;
using errpress::tests::test_keys;

TEST_CASE("view: every kind keeps what it was given") {
  const Value items[] = {Value::number(1), Value::text("b")};
  const Field fields[] = {{test_key("name"), Value::text("ERROR_X")}, {test_key("code"), Value::null()}};
  CHECK(Value::null().kind == Kind::null);
  CHECK(Value::boolean(true).truth);
  CHECK(Value::number(INT64_MIN).integer == INT64_MIN);
  CHECK(Value::text("abc").as_text() == "abc");
  CHECK(Value::text({}).as_text().empty());
  CHECK(Value::list(items).as_list()[1].as_text() == "b");
  CHECK(Value::object(fields).as_object()[0].value.as_text() == "ERROR_X");
}

TEST_CASE("view: fields are found by key, the first of two wins") {
  const Field fields[] = {
      {test_key("name"), Value::text("a")}, {test_key("code"), Value::null()}, {test_key("name"), Value::text("b")}};
  const Value object = Value::object(fields);
  REQUIRE(object.find(test_key("name")) != nullptr);
  CHECK(object.find(test_key("name"))->as_text() == "a");
  REQUIRE(object.find(test_key("code")) != nullptr);
  CHECK(object.find(test_key("code"))->kind == Kind::null);
  CHECK(object.find(test_key("hex")) == nullptr);
  CHECK(object.find(kNoKey) == nullptr);
  CHECK(Value::text("name").find(test_key("name")) == nullptr);
  CHECK(Value::object({}).find(test_key("name")) == nullptr);
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
  std::vector<Field> fields = {{test_key("code"), Value::number(8)}};
  const std::string_view kept_text = arena.copy(text);
  const auto kept_items = arena.copy(items);
  const auto kept_fields = arena.copy(fields);
  const auto listed = arena.copy({Value::number(1), Value::number(2)});
  text = "gone";
  items[0] = Value::null();
  fields[0] = {};
  CHECK(kept_text == "text");
  CHECK(kept_items[0].integer == 7);
  CHECK(kept_fields[0].key == test_key("code"));
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
    const auto fields = arena.copy({Field{test_key("name"), Value::null()}});
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

TEST_CASE("key table: the names it is made with have the numbers from 0 on") {
  const std::string_view names[] = {"b", "a", "c"};
  KeyTable keys(names);
  CHECK(keys.find("b") == Key{0});
  CHECK(keys.find("c") == Key{2});
  CHECK(keys.intern("a") == Key{1});
  CHECK(keys.name(1) == "a");
  CHECK(KeyTable().names().empty());
}

TEST_CASE("key table: new names get new numbers once") {
  KeyTable keys = test_keys();
  CHECK_FALSE(keys.find("house_style"));
  const Key key = keys.intern("house_style");
  CHECK(key == std::size(errpress::tests::kTestNames));
  CHECK(keys.intern("house_style") == key);
  CHECK(keys.find("house_style") == key);
  CHECK(keys.name(key) == "house_style");
}

TEST_CASE("key table: when it is full, new names get no key") {
  KeyTable keys = test_keys();
  while (keys.names().size() < kNoKey) REQUIRE(keys.intern(fmt::format("k{}", keys.names().size())) != kNoKey);
  CHECK(keys.intern("one_more") == kNoKey);
  CHECK_FALSE(keys.find("one_more"));
  CHECK(keys.intern("name") == test_key("name"));
  CHECK(keys.name(kNoKey).empty());
}

}  // namespace
