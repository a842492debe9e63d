// The keys of the view: every name that the views of articles and of the corpus use. templates/README.md documents each
// key, and tests/render/contract_test.cpp checks that this list, the README and the JSON schema agree. Constant,
// thread-safe.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "mustache/value.h"

namespace errpress::render {

inline constexpr auto kViewKeyNames = std::to_array<std::string_view>({
    "view_version", "articles",  "by_code",       "aliases",     "article_count", "name",         "identifier",
    "code",         "value",     "decimal",       "hex",         "message",       "updated",      "updated_text",
    "path",         "sections",  "heading",       "kind",        "blocks",        "is_paragraph", "is_bullets",
    "is_steps",     "is_fields", "is_subheading", "is_question", "is_references", "text",         "items",
    "label",        "number",    "question",      "answer",      "references",    "description",  "documented",
    "disputed",     "findings",  "rule",          "notes",       "faq",           "see_also",     "first",
    "last",         "segments",  "strings",       "index",       "segment",       "segment_size", "offset",
    "size",         "name_at",   "message_at",    "alias_of",    "severity",      "has_articles",
});

// The number of a key of the view: its index in the list. A name that is not in the list does not compile.
consteval mustache::Key key(std::string_view name) {
  const auto found = std::find(kViewKeyNames.begin(), kViewKeyNames.end(), name);
  if (found == kViewKeyNames.end()) throw "no key of the view has this name";
  return static_cast<mustache::Key>(found - kViewKeyNames.begin());
}

// A key table in which the keys of the view have the numbers that `key` returns.
inline mustache::KeyTable view_key_table() { return mustache::KeyTable(kViewKeyNames); }

}  // namespace errpress::render
