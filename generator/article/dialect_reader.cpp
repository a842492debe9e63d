// Dialect::parse: reads and validates the YAML of a dialect.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "article/dialect.h"
#include "article/heading.h"
#include "base/name.h"
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
  explicit DialectReader(std::string_view parent) : parent_(parent) {}

  Dialect read(const YAML::Node& root) {
    expect_keys(root, {"extends", "titles", "names", "code", "sections", "templates", "fields", "prefixes"});
    if (const auto extends = root["extends"]) extend(extends);
    if (root["titles"]) read_titles(root);
    if (root["names"]) read_names(root["names"]);
    if (const auto code = root["code"]) read_code_need(code);
    for (const auto& node : yaml_list(root, "sections")) read_section(node);
    if (dialect_.sections_.empty()) yaml_fail(root, "a dialect needs at least one entry under `sections`");
    for (const auto& node : yaml_list(root, "templates")) read_template(node);
    if (root["prefixes"]) dialect_.prefixes_.clear();
    for (const auto& node : yaml_list(root, "prefixes")) dialect_.prefixes_.push_back(yaml_word(node));
    if (const auto fields = root["fields"]) {
      if (!fields.IsMap())
        yaml_fail(fields, "`fields` must be a map of labels to kinds (name, code, decimal, hex, message, other)");
      for (const base::YamlEntry& field : base::yaml_entries(fields)) read_field(field.key_node, field.value);
    }
    if (dialect_.titles_.empty()) add_title(root, kDefaultTitle);
    return std::move(dialect_);
  }

 private:
  static constexpr std::string_view kDefaultTitle = "{name} - {decimal} ({hex})";

  // The dialect begins as a copy of the default one; what it says replaces or adds to that.
  void extend(const YAML::Node& node) {
    const std::string word = yaml_word(node);
    if (word != "default") yaml_fail(node, fmt::format("`{}` is not a dialect to extend; only default is", word));
    auto parent = Dialect::parse(parent_, "default dialect");
    if (!parent) yaml_fail(node, "there is no default dialect here");
    dialect_ = std::move(*parent);
    inherited_sections_.assign(dialect_.sections_.size(), true);
    inherited_templates_.assign(dialect_.templates_.size(), true);
    inherited_fields_.assign(dialect_.fields_.size(), true);
  }

  void read_titles(const YAML::Node& root) {
    const YAML::Node list = root["titles"];
    if (!list.IsSequence() || list.size() == 0)
      yaml_fail(list, "`titles` is a list of forms such as \"{name} ({hex})\"");
    dialect_.titles_.clear();
    for (const auto& node : list) add_title(node, yaml_word(node));
  }

  void add_title(const YAML::Node& node, std::string_view text) {
    std::string fault;
    auto form = TitleForm::parse(text, fault);
    if (!form) yaml_fail(node, fault);
    for (const TitleForm& known : dialect_.titles_) {
      if (known.text() == text) yaml_fail(node, fmt::format("form `{}` is given twice", text));
    }
    dialect_.titles_.push_back(std::move(*form));
  }

  void read_names(const YAML::Node& node) {
    dialect_.names_.clear();
    if (node.IsSequence() && node.size() == 0) yaml_fail(node, "`names` needs a pattern");
    if (!node.IsSequence()) return add_name(node);
    for (const auto& pattern : node) add_name(pattern);
  }

  void add_name(const YAML::Node& node) {
    std::string fault;
    auto pattern = NamePattern::parse(yaml_word(node), fault);
    if (!pattern) yaml_fail(node, fault);
    dialect_.names_.add(std::move(*pattern));
  }

  void read_code_need(const YAML::Node& node) {
    dialect_.code_need_ = yaml_choice<CodeNeed>(
        node, {{"required", CodeNeed::required}, {"optional", CodeNeed::optional}, {"none", CodeNeed::none}});
  }

  // Whether the entry at `index` is the default dialect's and not yet replaced; it is from now on.
  static bool take_inherited(std::vector<bool>& inherited, std::size_t index) {
    if (index >= inherited.size() || !inherited[index]) return false;
    inherited[index] = false;
    return true;
  }

  void read_section(const YAML::Node& node) {
    expect_keys(node, {"kind", "heading", "aliases", "role", "own_fields", "subheadings", "dash_lists"});
    const std::string kind = yaml_required(node, "kind");
    const auto known = find_kind(kind);
    if (known && take_inherited(inherited_sections_, *known)) return replace_section(node, *known);
    if (known) yaml_fail(node["kind"], fmt::format("section `{}` is given twice", kind));
    DialectSection section{.kind = kind, .heading = yaml_required(node, "heading")};
    read_section_keys(node, section);
    const auto index = static_cast<std::uint16_t>(dialect_.sections_.size());
    add_heading(node["heading"], index);
    for (const auto& alias : yaml_list(node, "aliases")) add_heading(alias, index);
    dialect_.sections_.push_back(std::move(section));
  }

  // The headings of the default dialect stay aliases.
  void replace_section(const YAML::Node& node, std::uint16_t index) {
    DialectSection& section = dialect_.sections_[index];
    if (node["heading"]) {
      section.heading = yaml_required(node, "heading");
      if (dialect_.find_exact(section.heading) != index) add_heading(node["heading"], index);
    }
    for (const auto& alias : yaml_list(node, "aliases")) add_heading(alias, index);
    read_section_keys(node, section);
  }

  static void read_section_keys(const YAML::Node& node, DialectSection& section) {
    if (const auto role = node["role"]) {
      section.role = yaml_choice<SectionRole>(
          role, {{"prose", SectionRole::prose}, {"references", SectionRole::references}, {"faq", SectionRole::faq}});
    }
    if (node["own_fields"]) section.own_fields = is_set(node, "own_fields");
    if (node["subheadings"]) section.subheadings = is_set(node, "subheadings");
    if (const auto dash = node["dash_lists"]) {
      section.dash_steps = yaml_choice<bool>(dash, {{"steps", true}, {"bullets", false}});
    }
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
    dialect_.folded_headings_.emplace(fold_heading(heading), index);
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
    const auto known = std::find_if(dialect_.templates_.begin(), dialect_.templates_.end(),
                                    [&](const DialectTemplate& other) { return other.name == result.name; });
    const auto index = static_cast<std::size_t>(known - dialect_.templates_.begin());
    if (take_inherited(inherited_templates_, index)) {
      *known = std::move(result);
    } else {
      dialect_.templates_.push_back(std::move(result));
    }
  }

  void read_field(const YAML::Node& key, const YAML::Node& kind) {
    const auto value = yaml_choice<FieldKey>(kind, {{"name", FieldKey::name},
                                                    {"code", FieldKey::code},
                                                    {"decimal", FieldKey::decimal},
                                                    {"hex", FieldKey::hex},
                                                    {"message", FieldKey::message},
                                                    {"other", FieldKey::other}});
    const std::string label = yaml_word(key);
    const auto known = std::find_if(dialect_.fields_.begin(), dialect_.fields_.end(),
                                    [&](const auto& field) { return base::equal_ignoring_case(field.first, label); });
    if (take_inherited(inherited_fields_, static_cast<std::size_t>(known - dialect_.fields_.begin()))) {
      known->second = value;
      return;
    }
    if (known != dialect_.fields_.end()) yaml_fail(key, fmt::format("field `{}` is given twice", label));
    dialect_.fields_.emplace_back(label, value);
    dialect_.longest_field_ = std::max(dialect_.longest_field_, label.size());
  }

  std::optional<std::uint16_t> find_kind(std::string_view kind) const {
    for (std::size_t i = 0; i < dialect_.sections_.size(); ++i) {
      if (dialect_.sections_[i].kind == kind) return static_cast<std::uint16_t>(i);
    }
    return std::nullopt;
  }

  std::string_view parent_;
  Dialect dialect_;
  // Which entries are the default dialect's, by index.
  std::vector<bool> inherited_sections_;
  std::vector<bool> inherited_templates_;
  std::vector<bool> inherited_fields_;
};

base::Result<Dialect> Dialect::parse(std::string_view yaml, const std::string& path, std::string_view parent) {
  return base::read_yaml(yaml, path, [&](const YAML::Node& root) { return DialectReader(parent).read(root); });
}

}  // namespace errpress::article
