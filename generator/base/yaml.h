// Reading YAML with errors that name their place: what the dialect, target manifests and the configuration have in
// common. A reader throws YamlFault at the first thing that is wrong; read_yaml() turns it into an Error, so that no
// exception leaves the function that reads a file. Thread-safe (no shared state).
#pragma once

#include <yaml-cpp/yaml.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace errpress::base {

// Never leaves read_yaml().
struct YamlFault {
  YAML::Mark mark;
  std::string message;
};

[[noreturn]] void yaml_fail(const YAML::Node& node, std::string message);

// A key with its value.
struct YamlEntry {
  std::string key;
  YAML::Node key_node;  // for errors
  YAML::Node value;
};

// The entries of a map, in order; fails where a key is there twice, or is no word.
std::vector<YamlEntry> yaml_entries(const YAML::Node& map);

// Fails unless `map` is a map with no other keys than these, each at most once; the message gives the nearest known
// key.
void expect_keys(const YAML::Node& map, const std::vector<std::string_view>& known);

// The list under `key`; an empty one where the key is absent or null.
YAML::Node yaml_list(const YAML::Node& map, const char* key);

// The text of a scalar that is not empty.
std::string yaml_word(const YAML::Node& node);
// The same of the value under `key`, which has to be there.
std::string yaml_required(const YAML::Node& map, const char* key);
// The value under `key`; nothing where the key is absent. Fails where it has no value.
std::optional<YAML::Node> yaml_optional(const YAML::Node& map, std::string_view key);

// Either one word or a list of words.
std::vector<std::string> yaml_words(const YAML::Node& node);

// The value that the table gives to the scalar; any other word fails, naming the known ones.
template <typename T>
T yaml_choice(const YAML::Node& node, std::initializer_list<std::pair<std::string_view, T>> choices) {
  const std::string word = yaml_word(node);
  std::string known;
  for (const auto& [name, value] : choices) {
    if (word == name) return value;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  yaml_fail(node, "`" + word + "` is not one of " + known);
}

// An error at a mark in `yaml`; columns of marks are bytes, those of errors are code points.
Error to_error(const YAML::Mark& mark, std::string message, const std::string& path, std::string_view yaml);

// What keeps `yaml` from being read as text at all: it is not UTF-8, or has a NUL.
std::optional<Error> encoding_error(std::string_view yaml, const std::string& path);

// The one document that `yaml` has; null where it is empty. Fails where a second one begins.
YAML::Node load_document(std::string_view yaml);

// Parses `yaml` and calls `read(root)`, whose value is the result. `path` is for errors.
template <typename Read>
auto read_yaml(std::string_view yaml, const std::string& path, Read read)
    -> Result<decltype(read(std::declval<const YAML::Node&>()))> {
  if (auto error = encoding_error(yaml, path)) return *std::move(error);
  try {
    return read(load_document(yaml));
  } catch (const YamlFault& fault) {
    return to_error(fault.mark, fault.message, path, yaml);
  } catch (const YAML::Exception& error) {
    return to_error(error.mark, error.msg, path, yaml);
  }
}

}  // namespace errpress::base
