// Dialect::parse: reads and validates the YAML of a dialect.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "article/dialect.h"
#include "base/yaml.h"

namespace errpress::article {

using base::expect_keys;
using base::yaml_choice;
using base::yaml_fail;
using base::yaml_list;
using base::yaml_required;
using base::yaml_word;

class DialectReader {
 public:
  Dialect read(const YAML::Node& root) {
    expect_keys(root, {"sections", "templates", "fields", "prefixes"});
    for (const auto& node : yaml_list(root, "sections")) read_section(node);
    if (dialect_.sections_.empty()) yaml_fail(root, "a dialect needs at least one entry under `sections`");
    for (const auto& node : yaml_list(root, "templates")) read_template(node);
    for (const auto& node : yaml_list(root, "prefixes")) dialect_.prefixes_.push_back(yaml_word(node));
    if (const auto fields = root["fields"]) {
      if (!fields.IsMap())
        yaml_fail(fields, "`fields` must be a map of labels to kinds (name, code, decimal, hex, message, other)");
      for (const base::YamlEntry& field : base::yaml_entries(fields)) read_field(field.key_node, field.value);
    }
    return std::move(dialect_);
  }

 private:
  void read_section(const YAML::Node& node) {
    expect_keys(node, {"kind", "heading", "aliases", "role", "own_fields", "subheadings", "dash_lists"});
    DialectSection section{.kind = yaml_required(node, "kind"), .heading = yaml_required(node, "heading")};
    if (find_kind(section.kind)) yaml_fail(node["kind"], fmt::format("section `{}` is given twice", section.kind));
    if (const auto role = node["role"]) {
      section.role = yaml_choice<SectionRole>(
          role, {{"prose", SectionRole::prose}, {"references", SectionRole::references}, {"faq", SectionRole::faq}});
    }
    section.own_fields = is_set(node, "own_fields");
    section.subheadings = is_set(node, "subheadings");
    if (const auto dash = node["dash_lists"]) {
      section.dash_steps = yaml_choice<bool>(dash, {{"steps", true}, {"bullets", false}});
    }
    const auto index = static_cast<std::uint16_t>(dialect_.sections_.size());
    add_heading(node["heading"], index);
    for (const auto& alias : yaml_list(node, "aliases")) add_heading(alias, index);
    dialect_.sections_.push_back(std::move(section));
  }

  static bool is_set(const YAML::Node& map, const char* key) {
    const YAML::Node flag = map[key];
    return flag && yaml_choice<bool>(flag, {{"true", true}, {"false", false}});
  }

  void add_heading(const YAML::Node& node, std::uint16_t index) {
    const std::string heading = yaml_word(node);
    if (!dialect_.headings_.emplace(heading, index).second) {
      yaml_fail(node, fmt::format("heading `{}` is given twice", heading));
    }
    dialect_.longest_heading_ = std::max(dialect_.longest_heading_, heading.size());
  }

  void read_template(const YAML::Node& node) {
    expect_keys(node, {"name", "sections"});
    DialectTemplate result{.name = yaml_required(node, "name"), .sections = {}};
    for (const auto& section : yaml_list(node, "sections")) {
      const auto index = find_kind(yaml_word(section));
      if (!index) yaml_fail(section, fmt::format("no section has the kind `{}`", yaml_word(section)));
      result.sections.push_back(*index);
    }
    dialect_.templates_.push_back(std::move(result));
  }

  void read_field(const YAML::Node& key, const YAML::Node& kind) {
    const auto value = yaml_choice<FieldKey>(kind, {{"name", FieldKey::name},
                                                    {"code", FieldKey::code},
                                                    {"decimal", FieldKey::decimal},
                                                    {"hex", FieldKey::hex},
                                                    {"message", FieldKey::message},
                                                    {"other", FieldKey::other}});
    const std::string label = yaml_word(key);
    if (dialect_.find_field(label)) yaml_fail(key, fmt::format("field `{}` is given twice", label));
    dialect_.fields_.emplace_back(label, value);
    dialect_.longest_field_ = std::max(dialect_.longest_field_, label.size());
  }

  std::optional<std::uint16_t> find_kind(std::string_view kind) const {
    for (std::size_t i = 0; i < dialect_.sections_.size(); ++i) {
      if (dialect_.sections_[i].kind == kind) return static_cast<std::uint16_t>(i);
    }
    return std::nullopt;
  }

  Dialect dialect_;
};

base::Result<Dialect> Dialect::parse(std::string_view yaml, const std::string& path) {
  return base::read_yaml(yaml, path, [](const YAML::Node& root) { return DialectReader().read(root); });
}

}  // namespace errpress::article
