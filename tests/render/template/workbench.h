// Compiles and renders small templates for the tests of this folder.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "render/template/template.h"
#include "support/json_view.h"

namespace errpress::tests {

inline void append_angled(render::TextBuffer& out, std::string_view text, render::Traits /*traits*/) {
  out += '<';
  out += text;
  out += '>';
}
inline void append_quoted(render::TextBuffer& out, std::string_view text, render::Traits /*traits*/) {
  out += '"';
  out += text;
  out += '"';
}

inline constexpr render::Escaper kTestEscapers[] = {{"angled", append_angled}, {"quoted", append_quoted}};

// Keys are those of the contract, those of the data, and `more_keys`. Without an escaper, {{x}} prints raw.
struct Workbench {
  render::TemplateMode mode = render::TemplateMode::strict;
  std::map<std::string, std::string, std::less<>> partials = {};
  const render::Escaper* escaper = nullptr;
  std::vector<std::string> more_keys = {};

  // The page, or "error: " with the whole error.
  std::string render(const std::string& text, const nlohmann::ordered_json& data) const {
    render::KeyTable keys;
    render::ViewArena arena;
    for (const std::string& key : more_keys) keys.intern(key);
    const render::Value root = view_of(data, keys, arena);
    const auto compiled = compile(text, keys);
    if (!compiled) return "error: " + text::to_string(compiled.error());
    render::TextBuffer page;
    const text::Status rendered = compiled->render(root, page);
    return rendered ? std::string(page.view()) : "error: " + text::to_string(rendered.error());
  }

  text::Result<render::Template> compile(const std::string& text, const render::KeyTable& keys) const {
    render::CompileOptions options{.keys = keys, .escaper = escaper, .escapers = kTestEscapers, .mode = mode};
    options.load_partial = [this](std::string_view name) -> std::optional<render::TemplateSource> {
      const auto found = partials.find(name);
      if (found == partials.end()) return std::nullopt;
      return render::TemplateSource{found->first + ".mustache", found->second};
    };
    for (const auto& [name, source] : partials) options.partial_names.push_back(name);
    return render::Template::compile({"page.mustache", text}, options);
  }
};

}  // namespace errpress::tests
