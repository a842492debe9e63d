// JSON -> Value, how tests write views, and Value -> JSON, how they read them. The arena owns what the Value refers to;
// the keys are interned in `keys`.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "mustache/value.h"
#include "mustache/value_json.h"

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

// The same with lazy lists. `json` must live as long as the view.
inline mustache::Value lazy_view_of(const nlohmann::ordered_json& json, mustache::KeyTable& keys,
                                    mustache::ViewArena& arena);

class JsonItems final : public mustache::LazyItems {
 public:
  JsonItems(const nlohmann::ordered_json& json, mustache::KeyTable& keys, mustache::ViewArena& arena)
      : LazyItems(arena), json_(json), keys_(keys) {}
  mustache::Value make(std::uint32_t index) const override { return lazy_view_of(json_[index], keys_, arena()); }

 private:
  const nlohmann::ordered_json& json_;
  mustache::KeyTable& keys_;
};

inline mustache::Value lazy_view_of(const nlohmann::ordered_json& json, mustache::KeyTable& keys,
                                    mustache::ViewArena& arena) {
  if (json.is_array()) return mustache::Value::lazy_list(arena.make<JsonItems>(json, keys, arena), json.size());
  if (!json.is_object()) return view_of(json, keys, arena);
  std::vector<mustache::Field> fields;
  for (const auto& [name, field] : json.items()) {
    fields.push_back({keys.intern(name), lazy_view_of(field, keys, arena)});
  }
  return mustache::Value::object(arena.copy(fields));
}

// What write_json sends, as one string.
inline std::string json_text(const mustache::Value& value, const mustache::KeyTable& keys) {
  std::string text;
  mustache::write_json(value, keys, 0, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace errpress::tests
