#include "render/template/view_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "render/template/view_keys.h"
#include "support/json_view.h"

namespace {

using namespace errpress::render;

TEST_CASE("view json: all kinds, indented by two, in the order of the fields") {
  const KeyTable keys;
  const Field code[] = {{kKeyValue, Value::number(13003)}, {kKeyHex, Value::text("0x32CB")}};
  const Value items[] = {Value::boolean(true), Value::boolean(false), Value::number(-1)};
  const Field root[] = {{kKeyName, Value::text("ERROR_X")}, {kKeyCode, Value::object(code)},
                        {kKeyItems, Value::list(items)},    {kKeyMessage, Value::null()},
                        {kKeyFaq, Value::list({})},         {kKeyNameAt, Value::object({})}};
  CHECK(print_json(Value::object(root), keys) == R"({
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
  const KeyTable keys;
  CHECK(print_json(Value::text("• ’ \"q\" \\ \n\t\x01"), keys) == R"("• ’ \"q\" \\ \n\t\u0001")");
  CHECK(print_json(Value::text("a\xFFz\xC3"), keys) == "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\"");
  CHECK(print_json(Value::text(""), keys) == "\"\"");
}

TEST_CASE("view json: of two fields with one key the first is printed") {
  const KeyTable keys;
  const Field fields[] = {{kKeyName, Value::text("a")}, {kKeyName, Value::text("b")}};
  CHECK(to_json(Value::object(fields), keys).dump() == R"({"name":"a"})");
}

TEST_CASE("view json: from JSON and back is the identity") {
  KeyTable keys;
  ViewArena arena;
  const std::string text = R"({"b":[1,[],{"x":null,"a":true}],"a":"é","n":-9223372036854775808})";
  const Value view = errpress::tests::view_of(nlohmann::ordered_json::parse(text), keys, arena);
  CHECK(to_json(view, keys).dump() == text);
}

}  // namespace
