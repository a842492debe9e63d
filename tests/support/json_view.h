// JSON -> Value: how tests write views. The arena owns what the Value refers to; the keys are interned in `keys`.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "mustache/value.h"

namespace errpress::tests {

// A number that is not whole becomes the text that JSON writes it with: views have whole numbers only.
inline mustache::Value view_of(const nlohmann::ordered_json& json, mustache::KeyTable& keys,
                               mustache::ViewArena& arena) {
  using mustache::Value;
  if (json.is_null()) return Value::null();
  if (json.is_boolean()) return Value::boolean(json.get<bool>());
  if (json.is_number_integer()) return Value::number(json.get<std::int64_t>());
  if (json.is_number()) return Value::text(arena.copy(json.dump()));
  if (json.is_string()) return Value::text(arena.copy(json.get_ref<const std::string&>()));
  if (json.is_array()) {
    std::vector<Value> items;
    for (const auto& item : json) items.push_back(view_of(item, keys, arena));
    return Value::list(arena.copy(items));
  }
  std::vector<mustache::Field> fields;
  for (const auto& [name, field] : json.items()) fields.push_back({keys.intern(name), view_of(field, keys, arena)});
  return Value::object(arena.copy(fields));
}

}  // namespace errpress::tests
