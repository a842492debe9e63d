#include "mustache/value_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "workbench.h"

namespace {

using namespace errpress::mustache;
using errpress::tests::json_text;
using errpress::tests::test_key;
using errpress::tests::test_keys;

std::string repeated(std::string_view unit, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

TEST_CASE("view json: all kinds, indented by two, in the order of the fields") {
  const KeyTable keys = test_keys();
  const Field code[] = {{test_key("value"), Value::number(13003)}, {test_key("hex"), Value::text("0x32CB")}};
  const Value items[] = {Value::boolean(true), Value::boolean(false), Value::number(-1)};
  const Field root[] = {{test_key("name"), Value::text("ERROR_X")}, {test_key("code"), Value::object(code)},
                        {test_key("items"), Value::list(items)},    {test_key("message"), Value::null()},
                        {test_key("faq"), Value::list({})},         {test_key("name_at"), Value::object({})}};
  CHECK(json_text(Value::object(root), keys) == R"({
  "name": "ERROR_X",
  "code": {
    "value": 13003,
    "hex": "0x32CB"
  },
  "items": [
    true,
    false,
    -1
  ],
  "message": null,
  "faq": [],
  "name_at": {}
})");
}

TEST_CASE("view json: text that needs care") {
  const KeyTable keys = test_keys();
  CHECK(json_text(Value::text("• ’ \"q\" \\ \n\t\x01"), keys) == R"("• ’ \"q\" \\ \n\t\u0001")");
  CHECK(json_text(Value::text("a\xFFz\xC3"), keys) == "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\"");
  CHECK(json_text(Value::text(""), keys) == "\"\"");
}

TEST_CASE("view json: of two fields with one key the first is printed") {
  const KeyTable keys = test_keys();
  const Field fields[] = {{test_key("name"), Value::text("a")}, {test_key("name"), Value::text("b")}};
  CHECK(json_text(Value::object(fields), keys) == "{\n  \"name\": \"a\"\n}");
}

TEST_CASE("view json: from JSON and back is the identity") {
  KeyTable keys = test_keys();
  ViewArena arena;
  const std::string text = R"({"b":[1,[],{"x":null,"a":true}],"a":"é","n":-9223372036854775808})";
  const Value view = errpress::tests::view_of(nlohmann::ordered_json::parse(text), keys, arena);
  CHECK(nlohmann::ordered_json::parse(json_text(view, keys)).dump() == text);
}

TEST_CASE("view json: lazy lists are written as whole ones, and leave nothing in their arena") {
  KeyTable keys = test_keys();
  ViewArena arena;
  const auto json = nlohmann::ordered_json::parse(R"({"b":[1,[],{"x":[2,[3,4]]}],"a":[]})");
  const std::string whole = json_text(errpress::tests::view_of(json, keys, arena), keys);
  const Value lazy = errpress::tests::lazy_view_of(json, keys, arena);
  const ViewArena::Mark before = arena.mark();
  CHECK(json_text(lazy, keys) == whole);
  CHECK(arena.mark().next == before.next);
  CHECK(arena.mark().chunk == before.chunk);
}

TEST_CASE("view json: long texts and lists come in pieces of bounded size") {
  const KeyTable keys = test_keys();
  const std::string odd = repeated("\x01\"", 1'000'000);
  const std::vector<Value> numbers(300'000, Value::number(7));
  const Value items[] = {Value::text(odd), Value::list(numbers)};
  std::string text;
  std::size_t longest = 0;
  write_json(Value::list(items), keys, 3, [&](std::string_view piece) {
    longest = std::max(longest, piece.size());
    text += piece;
  });
  CHECK(longest < 70'000);
  CHECK(text.starts_with("[\n        \"\\u0001\\\""));
  CHECK(text.ends_with("7\n        ]\n      ]"));
  CHECK(nlohmann::json::parse(text)[0].get<std::string>() == odd);
  CHECK(nlohmann::json::parse(text)[1].size() == 300'000);
}

TEST_CASE("view json: the text of every byte and of every pair of bytes is what nlohmann makes of it") {
  const KeyTable keys = test_keys();
  for (int first = 0; first < 0x80; ++first) {
    for (int second = 0; second < 0x80; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      CHECK(json_text(Value::text(text), keys) == nlohmann::json(text).dump());
    }
  }
  const std::string points = "\u0080\u07FF\u0800\uFFFF\U00010000\U0010FFFF";
  CHECK(json_text(Value::text(points), keys) == '"' + points + '"');
}

}  // namespace
