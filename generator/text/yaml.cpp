#include "text/yaml.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/closest.h"

namespace errpress::text {

void yaml_fail(const YAML::Node& node, std::string message) { throw YamlFault{node.Mark(), std::move(message)}; }

void expect_keys(const YAML::Node& map, const std::vector<std::string_view>& known) {
  if (!map.IsMap()) yaml_fail(map, fmt::format("expected a map with the keys {}", fmt::join(known, ", ")));
  for (const auto& entry : map) {
    const std::string key = yaml_word(entry.first);
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    std::string hint = did_you_mean(key, known);
    if (hint.empty()) hint = fmt::format("; known here are {}", fmt::join(known, ", "));
    yaml_fail(entry.first, fmt::format("unknown key `{}`{}", key, hint));
  }
}

YAML::Node yaml_list(const YAML::Node& map, const char* key) {
  const YAML::Node node = map[key];
  if (!node || node.IsNull()) return YAML::Node(YAML::NodeType::Sequence);
  if (!node.IsSequence()) yaml_fail(node, fmt::format("`{}` is a list", key));
  return node;
}

std::string yaml_word(const YAML::Node& node) {
  if (!node.IsScalar() || node.Scalar().empty()) yaml_fail(node, "expected a word here");
  return node.Scalar();
}

std::string yaml_required(const YAML::Node& map, const char* key) {
  if (!map[key]) yaml_fail(map, fmt::format("`{}` is missing", key));
  return yaml_word(map[key]);
}

std::vector<std::string> yaml_words(const YAML::Node& node) {
  if (node.IsScalar()) return {yaml_word(node)};
  if (!node.IsSequence()) yaml_fail(node, "expected a word or a list of words here");
  std::vector<std::string> words;
  for (const auto& item : node) words.push_back(yaml_word(item));
  return words;
}

Error to_error(const YAML::Mark& mark, std::string message, const std::string& path) {
  if (mark.is_null()) return {std::move(message), path};
  return {std::move(message), path, static_cast<std::uint32_t>(mark.line + 1),
          static_cast<std::uint32_t>(mark.column + 1)};
}

}  // namespace errpress::text
