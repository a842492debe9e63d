// Helpers for reading YAML with errors that have a position, shared by the dialect, target manifests and the
// configuration. A reader throws YamlFault at the first error; read_yaml() turns it into an Error, so that no exception
// leaves the function that reads a file. Thread-safe (no shared state).
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

// Never propagates out of read_yaml().
struct YamlFault {
  YAML::Mark mark;
  std::string message;
};

[[noreturn]] void yaml_fail(const YAML::Node& node, std::string message);

struct YamlEntry {
  std::string key;
  YAML::Node key_node;  // for errors
  YAML::Node value;
};

// Returns the entries of a map, in order; fails if a key occurs twice or is not a word.
std::vector<YamlEntry> yaml_entries(const YAML::Node& map);

// Fails unless `map` is a map that has only keys from `known`, each at most once; the message suggests the closest
// known key.
void expect_keys(const YAML::Node& map, const std::vector<std::string_view>& known);

// Returns the list under `key`; an empty list if the key is absent or null.
YAML::Node yaml_list(const YAML::Node& map, const char* key);

// Returns the text of a non-empty scalar; fails for anything else.
std::string yaml_word(const YAML::Node& node);
// Like yaml_word, for the value under `key`; fails if the key is absent.
std::string yaml_required(const YAML::Node& map, const char* key);
// Returns the value under `key`, or nullopt if the key is absent. Fails if the key has no value.
std::optional<YAML::Node> yaml_optional(const YAML::Node& map, std::string_view key);

// Returns a single word or a list of words as a list.
std::vector<std::string> yaml_words(const YAML::Node& node);

// Returns the choice whose name is the scalar; fails for any other word, listing the names.
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

// Creates an error at a mark in `yaml`. Columns of marks are in bytes, columns of errors in code points.
Error to_error(const YAML::Mark& mark, std::string message, const std::string& path, std::string_view yaml);

// Returns an error if `yaml` is not text: it is not UTF-8, or contains a NUL.
std::optional<Error> encoding_error(std::string_view yaml, const std::string& path);

// Returns the document in `yaml`, null if `yaml` is empty. Fails if a second document begins.
YAML::Node load_document(std::string_view yaml);

// Parses `yaml` and returns the result of `read(root)`. `path` is used in errors.
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
