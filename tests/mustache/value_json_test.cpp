#include "mustache/value_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "workbench.h"

namespace {

using namespace errpress::mustache;
using errpress::tests::test_key;
using errpress::tests::test_keys;

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
  CHECK(to_json(Value::object(fields), keys).dump() == R"({"name":"a"})");
}

TEST_CASE("view json: from JSON and back is the identity") {
  KeyTable keys = test_keys();
  ViewArena arena;
  const std::string text = R"({"b":[1,[],{"x":null,"a":true}],"a":"é","n":-9223372036854775808})";
  const Value view = errpress::tests::view_of(nlohmann::ordered_json::parse(text), keys, arena);
  CHECK(to_json(view, keys).dump() == text);
}

}  // namespace
