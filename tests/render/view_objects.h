// Which keys each kind of object in a view has: found by walking views from their roots. For the test that holds the
// views, their documentation and their schema together.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "mustache/value.h"
#include "render/view_keys.h"
#include "support/lines.h"

namespace errpress::render::testing {

using Keys = std::set<std::string, std::less<>>;

// The kinds of objects, as templates/README.md calls them in "key of a(n) KIND": what lies under a key of another kind.
inline const std::map<std::pair<std::string, std::string>, std::string>& child_kinds() {
  static const std::map<std::pair<std::string, std::string>, std::string> kinds = {
      {{"article", "code"}, "code"},          {{"article", "findings"}, "finding"},
      {{"article", "sections"}, "section"},   {{"article", "references"}, "reference"},
      {{"article", "faq"}, "question"},       {{"article", "see_also"}, "see_also entry"},
      {{"section", "blocks"}, "block"},       {{"block", "items"}, "item"},
      {{"block", "references"}, "reference"}, {{"reference", "code"}, "code"},
      {{"reference", "findings"}, "finding"}, {{"corpus", "articles"}, "entry"},
      {{"corpus", "by_code"}, "entry"},       {{"corpus", "aliases"}, "entry"},
      {{"corpus", "segments"}, "segment"},    {{"entry", "code"}, "code"},
      {{"entry", "findings"}, "finding"},     {{"entry", "name_at"}, "place"},
      {{"entry", "message_at"}, "place"},     {{"segment", "strings"}, "string"},
  };
  return kinds;
}

class ViewObjects {
 public:
  // Takes in `object` and all objects below it.
  void add(const mustache::Value& object, const std::string& kind) {
    REQUIRE(object.kind == mustache::Kind::object);
    Keys keys;
    for (const mustache::Field& field : object.as_object()) {
      const std::string name(names_.name(field.key));
      if (!keys.insert(name).second) faults_.push_back("key of " + kind + ": `" + name + "` is twice in one object");
      add_child(field.value, kind, name);
    }
    if (kind == "block") block_kinds_.emplace(object.find(key("kind"))->as_text());
    const auto [known, is_new] = keys_.emplace(kind, keys);
    if (!is_new && known->second != keys) faults_.push_back("key of " + kind + ": two objects have different keys");
  }

  // By kind; all objects of a kind have the same.
  const std::map<std::string, Keys>& keys() const { return keys_; }
  // What `kind` says in the blocks that were seen.
  const Keys& block_kinds() const { return block_kinds_; }
  // What is wrong with the views by themselves, and which kinds of objects were never seen.
  tests::Lines faults() const {
    tests::Lines faults = faults_;
    for (const auto& [place, kind] : child_kinds()) {
      if (!seen_.contains(place)) {
        faults.push_back("key of " + place.first + ": `" + place.second + "` never has a " + kind + " in this test");
      }
    }
    return faults;
  }

 private:
  void add_child(const mustache::Value& value, const std::string& kind, const std::string& name) {
    if (value.kind == mustache::Kind::list) {
      for (const mustache::Value& item : value.as_list()) {
        REQUIRE(item.kind != mustache::Kind::list);
        add_child(item, kind, name);
      }
    }
    if (value.kind != mustache::Kind::object) return;
    const auto child = child_kinds().find({kind, name});
    if (child == child_kinds().end()) {
      faults_.push_back("key of " + kind + ": child_kinds() does not say what objects `" + name + "` has");
      return;
    }
    seen_.insert(child->first);
    add(value, child->second);
  }

  const mustache::KeyTable names_ = view_key_table();
  std::map<std::string, Keys> keys_;
  Keys block_kinds_;
  std::set<std::pair<std::string, std::string>> seen_;
  tests::Lines faults_;
};

}  // namespace errpress::render::testing
