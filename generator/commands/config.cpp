#include "commands/config.h"

#include <fmt/format.h>

#include <filesystem>

#include "lint/rules.h"
#include "text/closest.h"
#include "text/yaml.h"

namespace errpress::commands {

namespace fs = std::filesystem;
using text::yaml_fail;

namespace {

constexpr const char* kConfigName = "errpress.yaml";

lint::Severity read_severity(const YAML::Node& node) {
  // YAML 1.1 reads a bare `off` as false, but its scalar is still the word.
  if (const auto severity = lint::parse_severity(text::yaml_word(node))) return *severity;
  yaml_fail(node, fmt::format("`{}` is not one of error, warning, info, off", node.Scalar()));
}

lint::Severity read_fail_on(const YAML::Node& node) {
  const auto severity = lint::parse_severity(text::yaml_word(node));
  if (severity && *severity != lint::Severity::off) return *severity;
  yaml_fail(node, fmt::format("`{}` is not one of error, warning, info", node.Scalar()));
}

class ConfigReader {
 public:
  explicit ConfigReader(const std::string& path) : folder_(fs::path(path).parent_path()) { config_.path = path; }

  Config read(const YAML::Node& root) {
    if (root.IsNull()) return std::move(config_);
    text::expect_keys(root,
                      {"corpus", "registry", "out", "templates", "dialect", "targets", "rules", "aliases", "fail_on"});
    if (root["corpus"]) config_.corpus = paths(root["corpus"]);
    if (root["registry"]) config_.registries = paths(root["registry"]);
    config_.out = path(root, "out");
    config_.templates = path(root, "templates");
    config_.dialect = path(root, "dialect");
    read_targets(root["targets"]);
    read_rules(root["rules"]);
    for (const auto& set : text::yaml_list(root, "aliases")) config_.aliases.push_back(text::yaml_words(set));
    if (root["fail_on"]) config_.fail_on = read_fail_on(root["fail_on"]);
    return std::move(config_);
  }

 private:
  std::string resolve(const std::string& word) const {
    const fs::path joined = (folder_ / word).lexically_normal();
    std::string result = joined.generic_string();
    if (result.size() > 1 && result.ends_with('/')) result.pop_back();
    return result;
  }

  std::vector<std::string> paths(const YAML::Node& node) const {
    std::vector<std::string> result = text::yaml_words(node);
    for (std::string& word : result) word = resolve(word);
    return result;
  }

  std::optional<std::string> path(const YAML::Node& map, const char* key) const {
    if (!map[key]) return std::nullopt;
    return resolve(text::yaml_word(map[key]));
  }

  void read_targets(const YAML::Node& node) {
    if (!node || node.IsNull()) return;
    if (node.IsSequence()) {
      for (const std::string& name : text::yaml_words(node)) config_.targets.push_back({name, {}});
      return;
    }
    if (!node.IsMap()) yaml_fail(node, "`targets` is a map of target names to their options, or a list of names");
    for (const auto& entry : node) {
      TargetChoice target{text::yaml_word(entry.first), {}};
      if (!entry.second.IsNull()) read_options(entry.second, target);
      config_.targets.push_back(std::move(target));
    }
  }

  void read_options(const YAML::Node& node, TargetChoice& target) {
    if (!node.IsMap()) yaml_fail(node, fmt::format("the options of target `{}` are a map", target.name));
    for (const auto& option : node) {
      if (!option.second.IsScalar()) yaml_fail(option.second, "an option's value is one word or a quoted text");
      const YAML::Mark mark = option.first.Mark();
      target.options.push_back({text::yaml_word(option.first), option.second.Scalar(),
                                static_cast<std::uint32_t>(mark.line + 1),
                                static_cast<std::uint32_t>(mark.column + 1)});
    }
  }

  void read_rules(const YAML::Node& node) {
    if (!node || node.IsNull()) return;
    if (!node.IsMap()) yaml_fail(node, "`rules` is a map of rule names to error, warning, info or off");
    for (const auto& entry : node) {
      const std::string id = text::yaml_word(entry.first);
      if (lint::find_rule(id) == nullptr) yaml_fail(entry.first, fmt::format("no rule is called `{}`{}", id, hint(id)));
      config_.rules[id] = read_severity(entry.second);
    }
  }

  static std::string hint(const std::string& id) {
    std::vector<std::string_view> ids;
    for (const lint::Rule* rule : lint::rules()) ids.push_back(rule->id);
    const std::string near = text::did_you_mean(id, ids);
    return near.empty() ? "; `errpress rule` lists them" : near;
  }

  fs::path folder_;
  Config config_;
};

}  // namespace

text::Result<Config> read_config(std::string_view yaml, const std::string& path) {
  return text::read_yaml(yaml, path, [&](const YAML::Node& root) { return ConfigReader(path).read(root); });
}

std::optional<std::string> find_config() {
  std::error_code error;
  const fs::path start = fs::current_path(error);
  if (error) return std::nullopt;
  fs::path prefix;
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / kConfigName, error)) return (prefix / kConfigName).generic_string();
    if (folder == folder.parent_path()) return std::nullopt;
    prefix /= "..";
  }
}

}  // namespace errpress::commands
