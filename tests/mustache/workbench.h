// Compiles and renders small templates for the tests of this folder.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "mustache/template.h"
#include "support/json_view.h"

namespace errpress::tests {

inline void append_angled(base::TextBuffer& out, std::string_view text, base::Traits /*traits*/) {
  out += '<';
  out += text;
  out += '>';
}
inline void append_quoted(base::TextBuffer& out, std::string_view text, base::Traits /*traits*/) {
  out += '"';
  out += text;
  out += '"';
}

inline constexpr mustache::Escaper kTestEscapers[] = {{"angled", append_angled}, {"quoted", append_quoted}};

// Names that a view might have, known to every template below whether the data has them or not.
inline constexpr std::string_view kTestNames[] = {
    "name",     "message",    "code",    "value",        "items",  "text",         "documented", "disputed", "size",
    "sections", "references", "updated", "updated_text", "path",   "kind",         "label",      "notes",    "findings",
    "decimal",  "hex",        "faq",     "question",     "answer", "view_version", "name_at"};

inline mustache::KeyTable test_keys() { return mustache::KeyTable(kTestNames); }

// The number of one of these names.
inline mustache::Key test_key(std::string_view name) { return test_keys().find(name).value(); }

// Keys are the test names, those of the data, and `more_keys`. Without an escaper, {{x}} prints raw.
struct Workbench {
  mustache::TemplateMode mode = mustache::TemplateMode::strict;
  std::map<std::string, std::string, std::less<>> partials = {};
  const mustache::Escaper* escaper = nullptr;
  std::vector<std::string> more_keys = {};

  // The page, or "error: " with the whole error. Both are the same with lazy lists.
  std::string render(const std::string& text, const nlohmann::ordered_json& data) const {
    mustache::KeyTable keys = test_keys();
    mustache::ViewArena arena;
    for (const std::string& key : more_keys) keys.intern(key);
    const mustache::Value root = view_of(data, keys, arena);
    const auto compiled = compile(text, keys);
    if (!compiled) return "error: " + base::to_string(compiled.error());
    const std::string page = render(*compiled, root);
    const std::string lazy = render(*compiled, lazy_view_of(data, keys, arena));
    return lazy == page ? page : "with lazy lists: " + lazy;
  }

  static std::string render(const mustache::Template& compiled, const mustache::Value& root) {
    base::TextBuffer page;
    const base::Status rendered = compiled.render(root, page);
    return rendered ? std::string(page.view()) : "error: " + base::to_string(rendered.error());
  }

  base::Result<mustache::Template> compile(const std::string& text, const mustache::KeyTable& keys) const {
    mustache::CompileOptions options{.keys = keys, .escaper = escaper, .escapers = kTestEscapers, .mode = mode};
    options.load_partial = [this](std::string_view name) -> std::optional<mustache::TemplateSource> {
      const auto found = partials.find(name);
      if (found == partials.end()) return std::nullopt;
      return mustache::TemplateSource{found->first + ".mustache", found->second};
    };
    for (const auto& [name, source] : partials) options.partial_names.push_back(name);
    return mustache::Template::compile({"page.mustache", text}, options);
  }
};

}  // namespace errpress::tests
