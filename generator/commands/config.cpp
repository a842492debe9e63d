#include "commands/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/closest.h"
#include "base/name.h"
#include "base/yaml.h"
#include "disk/path.h"
#include "lint/rules.h"

namespace errpress::commands {

namespace fs = std::filesystem;
using base::yaml_fail;

namespace {

constexpr const char* kConfigName = "errpress.yaml";

lint::Severity read_severity(const YAML::Node& node) {
  // YAML 1.1 parses a bare `off` as false, but the scalar still holds the word.
  if (const auto severity = lint::parse_severity(base::yaml_word(node))) return *severity;
  yaml_fail(node, fmt::format("`{}` is not one of error, warning, info, off", node.Scalar()));
}

lint::Severity read_fail_on(const YAML::Node& node) {
  const auto severity = lint::parse_severity(base::yaml_word(node));
  if (severity && *severity != lint::Severity::off) return *severity;
  yaml_fail(node, fmt::format("`{}` is not {}", node.Scalar(), lint::failing_severities()));
}

class ConfigReader {
 public:
  ConfigReader(const std::string& path, std::string_view yaml) : yaml_(yaml), folder_(fs::path(path).parent_path()) {
    config_.path = path;
  }

  Config read(const YAML::Node& root) {
    if (root.IsNull()) return std::move(config_);
    base::expect_keys(root, {"corpus", "files", "registry", "families", "out", "templates", "dialect", "targets",
                             "rules", "aliases", "fail_on"});
    for_each_of(root, "corpus", [&](const YAML::Node& node) { read_corpus(node); });
    if (const auto files = base::yaml_optional(root, "files")) read_files(*files);
    for_each_of(root, "registry", [&](const YAML::Node& node) { read_registry(node); });
    read_families(root["families"]);
    config_.out = path(root, "out");
    config_.templates = path(root, "templates");
    config_.dialect = path(root, "dialect");
    read_targets(root["targets"]);
    read_rules(root["rules"]);
    for (const auto& names : base::yaml_list(root, "aliases")) read_aliases(names);
    if (const auto fail_on = base::yaml_optional(root, "fail_on")) config_.fail_on = read_fail_on(*fail_on);
    return std::move(config_);
  }

 private:
  std::string resolve(const std::string& word) const { return disk::short_path((folder_ / word).generic_string()); }

  // Calls `read` for each element of the list under `key`, or for a single one without a list.
  template <typename Read>
  static void for_each_of(const YAML::Node& map, const char* key, Read read) {
    const auto value = base::yaml_optional(map, key);
    if (!value) return;
    if (!value->IsSequence()) return read(*value);
    for (const auto& node : *value) read(node);
  }

  // A path, or a map of a path and a family.
  void read_corpus(const YAML::Node& node) {
    if (!node.IsMap()) {
      config_.corpus.push_back(resolve(base::yaml_word(node)));
      return;
    }
    base::expect_keys(node, {"path", "family"});
    const std::string folder = resolve(base::yaml_required(node, "path"));
    config_.corpus.push_back(folder);
    config_.families.folders.emplace_back(folder, required_family(node));
  }

  void read_registry(const YAML::Node& node) {
    if (!node.IsMap()) {
      config_.registries.push_back({resolve(base::yaml_word(node))});
      return;
    }
    base::expect_keys(node, {"file", "family"});
    const std::string file = resolve(base::yaml_required(node, "file"));
    config_.registries.push_back({file, required_family(node)});
  }

  void read_families(const YAML::Node& node) {
    if (!node || node.IsNull()) return;
    if (!node.IsMap()) yaml_fail(node, "`families` is a map of families, as in bugcheck: {names: [BUGCODE_*]}");
    for (const base::YamlEntry& entry : base::yaml_entries(node)) {
      check_family(entry.key, entry.key_node);
      if (!entry.value.IsMap()) {
        yaml_fail(entry.value.IsNull() ? entry.key_node : entry.value,
                  fmt::format("a family is a map, as in {}: {{names: [BUGCODE_*]}}", entry.key));
      }
      base::expect_keys(entry.value, {"names"});
      if (!base::yaml_optional(entry.value, "names")) yaml_fail(entry.value, "a family needs `names`");
      for_each_of(entry.value, "names", [&](const YAML::Node& pattern) {
        config_.families.patterns.emplace_back(read_pattern(pattern), entry.key);
      });
    }
  }

  static std::string read_pattern(const YAML::Node& node) {
    std::string pattern = base::yaml_word(node);
    const auto is_part = [](char c) { return base::is_name_char(c) || c == '*' || c == '?'; };
    if (!std::all_of(pattern.begin(), pattern.end(), is_part)) {
      yaml_fail(node,
                fmt::format("`{}` is not a pattern of names: letters, digits, _, * and ? as in BUGCODE_*", pattern));
    }
    return pattern;
  }

  static std::string required_family(const YAML::Node& map) {
    std::string family = base::yaml_required(map, "family");
    check_family(family, map["family"]);
    return family;
  }

  static void check_family(std::string_view family, const YAML::Node& node) {
    const auto is_part = [](char c) { return base::is_name_char(c) || c == '-' || c == '.'; };
    if (family.empty() || !std::all_of(family.begin(), family.end(), is_part)) {
      yaml_fail(node,
                fmt::format("`{}` is not the name of a family: letters, digits, _, - and . as in bugcheck", family));
    }
  }

  std::optional<std::string> path(const YAML::Node& map, const char* key) const {
    const auto value = base::yaml_optional(map, key);
    return value ? std::optional(resolve(base::yaml_word(*value))) : std::nullopt;
  }

  // "*.md", or a list of such patterns.
  void read_files(const YAML::Node& node) {
    for (const std::string& pattern : base::yaml_words(node)) {
      const bool fits =
          pattern.starts_with("*.") && pattern.size() > 2 && pattern.find_first_of("*?[]/\\", 1) == std::string::npos;
      if (!fits) yaml_fail(node, fmt::format("`{}` is not of the form *.ENDING, as in *.md", pattern));
      config_.files.push_back(pattern.substr(1));
    }
  }

  void read_aliases(const YAML::Node& node) {
    const bool is_set = node.IsSequence() && node.size() > 1;
    if (!is_set) yaml_fail(node, "an entry of `aliases` is a list of two or more names, as in - [ERROR_A, ERROR_B]");
    config_.aliases.push_back(base::yaml_words(node));
  }

  void read_targets(const YAML::Node& node) {
    if (!node || node.IsNull()) return;
    if (node.IsSequence()) {
      for (const auto& name : node) add_target(base::yaml_word(name), name);
      return;
    }
    if (!node.IsMap()) yaml_fail(node, "`targets` is a map of target names to their options, or a list of names");
    for (const base::YamlEntry& entry : base::yaml_entries(node)) {
      driver::TargetChoice& target = add_target(entry.key, entry.key_node);
      if (!entry.value.IsNull()) read_options(entry.value, target);
    }
  }

  driver::TargetChoice& add_target(const std::string& name, const YAML::Node& node) {
    for (const driver::TargetChoice& known : config_.targets) {
      if (known.name == name) yaml_fail(node, fmt::format("target `{}` is given twice", name));
    }
    return config_.targets.emplace_back(driver::TargetChoice{name, {}, place_of(node)});
  }

  base::Error place_of(const YAML::Node& node) const { return base::to_error(node.Mark(), {}, config_.path, yaml_); }

  void read_options(const YAML::Node& node, driver::TargetChoice& target) {
    if (!node.IsMap()) yaml_fail(node, fmt::format("the options of target `{}` are a map", target.name));
    for (const base::YamlEntry& option : base::yaml_entries(node)) {
      if (!option.value.IsScalar()) {
        yaml_fail(option.value.IsNull() ? option.key_node : option.value,
                  "an option's value is one word or a quoted text");
      }
      target.options.push_back({option.key, option.value.Scalar(), place_of(option.key_node)});
    }
  }

  void read_rules(const YAML::Node& node) {
    if (!node || node.IsNull()) return;
    if (!node.IsMap()) yaml_fail(node, "`rules` is a map of rule names to error, warning, info or off");
    for (const base::YamlEntry& entry : base::yaml_entries(node)) {
      if (lint::find_rule(entry.key) == nullptr) {
        yaml_fail(entry.key_node, fmt::format("no rule is called `{}`{}", entry.key, hint(entry.key)));
      }
      if (entry.value.IsNull()) yaml_fail(entry.key_node, fmt::format("rule `{}` is given no severity", entry.key));
      config_.rules[entry.key] = read_severity(entry.value);
    }
  }

  static std::string hint(const std::string& id) {
    std::vector<std::string_view> ids;
    for (const lint::Rule* rule : lint::rules()) ids.push_back(rule->id);
    const std::string near = base::did_you_mean(id, ids);
    return near.empty() ? "; `errpress rule` lists them" : near;
  }

  std::string_view yaml_;
  fs::path folder_;
  Config config_;
};

}  // namespace

base::Result<Config> read_config(std::string_view yaml, const std::string& path) {
  return base::read_yaml(yaml, path, [&](const YAML::Node& root) { return ConfigReader(path, yaml).read(root); });
}

std::optional<std::string> find_config() {
  std::error_code error;
  const fs::path start = fs::current_path(error);
  if (error) return std::nullopt;
  fs::path prefix;
  for (fs::path folder = start;; folder = folder.parent_path()) {
    // Anything with this name counts: if it is not a readable file, that becomes an error instead of being ignored.
    const fs::file_type type = fs::symlink_status(folder / kConfigName, error).type();
    if (type != fs::file_type::not_found && type != fs::file_type::none) {
      return (prefix / kConfigName).generic_string();
    }
    if (folder == folder.parent_path()) return std::nullopt;
    prefix /= "..";
  }
}

}  // namespace errpress::commands
