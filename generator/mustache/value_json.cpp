#include "mustache/value_json.h"

namespace errpress::mustache {

namespace {

using Json = nlohmann::ordered_json;

Json list_to_json(const Value& value, const KeyTable& keys) {
  Json json = Json::array();
  for (const Value& item : value.as_list()) json.push_back(to_json(item, keys));
  return json;
}

Json object_to_json(const Value& value, const KeyTable& keys) {
  Json json = Json::object();
  for (const Field& field : value.as_object()) json.emplace(keys.name(field.key), to_json(field.value, keys));
  return json;
}

}  // namespace

Json to_json(const Value& value, const KeyTable& keys) {
  switch (value.kind) {
    case Kind::null:
      return nullptr;
    case Kind::boolean:
      return value.truth;
    case Kind::number:
      return value.integer;
    case Kind::text:
      return value.as_text();
    case Kind::list:
      return list_to_json(value, keys);
    case Kind::object:
      return object_to_json(value, keys);
  }
  return nullptr;
}

std::string json_text(const Value& value, const KeyTable& keys) {
  return to_json(value, keys).dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace errpress::mustache
