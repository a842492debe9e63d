// The options of one target: their values, the key table that contains their names, and the object in which templates
// look them up. Used by target.cpp only.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/option_check.h"
#include "render/target.h"
#include "render/view_keys.h"

namespace errpress::render {

struct Target::Options {
 public:
  // False if the name is already a key of the view or another option.
  bool add(const std::string& name, const std::string& value, const OptionCheck* check) {
    if (keys_.find(name)) return false;
    fields_.push_back({keys_.intern(name), {}});
    values_.push_back(value);
    checks_.push_back(check);
    return true;
  }
  // False if there is no such option.
  bool set(std::string_view name, const std::string& value) {
    const auto index = find(name);
    if (index) values_[*index] = value;
    return index.has_value();
  }
  // The check that the value of an option fails; nullptr if it passes.
  const OptionCheck* failed_check(std::string_view name) const {
    const auto index = find(name);
    if (!index || checks_[*index] == nullptr || checks_[*index]->holds(values_[*index])) return nullptr;
    return checks_[*index];
  }
  // To be called once, after all values have been set.
  void seal() {
    for (std::size_t i = 0; i < fields_.size(); ++i)
      fields_[i].value = mustache::Value::text(values_[i], base::traits_of(values_[i]));
  }

  mustache::Value view() const { return mustache::Value::object(fields_); }
  const mustache::KeyTable& keys() const { return keys_; }
  std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const mustache::Field& field : fields_) result.emplace_back(keys_.name(field.key));
    return result;
  }

 private:
  std::optional<std::size_t> find(std::string_view name) const {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      if (keys_.name(fields_[i].key) == name) return i;
    }
    return std::nullopt;
  }

  mustache::KeyTable keys_ = view_key_table();
  std::vector<mustache::Field> fields_;
  std::deque<std::string> values_;  // a deque: values keep their addresses while options are added
  std::vector<const OptionCheck*> checks_;
};

}  // namespace errpress::render
