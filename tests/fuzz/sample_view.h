// A small view with hostile text in it, for the targets that render: an article's and a corpus's keys in one object.
// Lists have one or two items. Header only.
#pragma once

#include <nlohmann/json.hpp>

#include "render/view_keys.h"
#include "support/json_view.h"

namespace errpress::fuzz {

class SampleView {
 public:
  SampleView() : keys_(render::view_key_table()) {
    root_ = tests::view_of(nlohmann::ordered_json::parse(R"({
      "view_version": 2, "name": "ERROR_A", "identifier": "a", "first": true, "last": true,
      "code": {"value": 2147942405, "decimal": "-2147024891", "hex": "0x80070005"},
      "message": "<b>{{x}} */ \\ \u202e \u0001 'a' \"b\"\n.TH", "updated": "2026-02-21", "updated_text": null,
      "path": "A.txt", "disputed": true,
      "findings": [{"rule": "wrong-code", "severity": "error", "message": "ERROR_B is 6, not 5", "notes": ["one", ""]}],
      "sections": [{"heading": "FAQ", "kind": "faq", "faq": [{"question": "Why?", "answer": "::error So."}],
        "blocks": [{"kind": "bullets", "first": true, "is_paragraph": false, "is_bullets": true, "text": null,
                    "items": [{"label": "Label", "text": "- text", "number": 1}], "references": []}]}],
      "references": [{"name": "ERROR_B", "code": null, "description": "x.", "text": "ERROR_B: x.", "documented": false}],
      "articles": [{"name": "ERROR_A", "code": {"value": 5, "decimal": "5", "hex": "0x5"}}],
      "by_code": [], "aliases": [{"name": "ERROR_C", "alias_of": "ERROR_A"}], "article_count": 1
    })"),
                           keys_, arena_);
  }
  SampleView(const SampleView&) = delete;
  SampleView& operator=(const SampleView&) = delete;

  const mustache::KeyTable& keys() const { return keys_; }
  const mustache::Value& root() const { return root_; }

 private:
  mustache::KeyTable keys_;
  mustache::ViewArena arena_;
  mustache::Value root_;
};

}  // namespace errpress::fuzz
