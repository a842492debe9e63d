// errpress.yaml: the configuration of a project. Searched for in the working directory and above; options on the
// command line override it. A value type.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "driver/analysis.h"
#include "driver/targets.h"
#include "lint/diagnostic.h"

namespace errpress::commands {

// Paths are relative to the working directory.
struct Config {
  std::string path;  // of the configuration file; empty if there is none
  std::vector<std::string> corpus;
  std::vector<std::string> files;  // the endings of articles, with their dots; empty for the default
  std::vector<driver::RegistryChoice> registries;
  driver::FamilyNames families;  // of folders of the corpus, and of patterns of names
  std::optional<std::string> out;
  std::optional<std::string> templates;
  std::optional<std::string> dialect;
  std::vector<driver::TargetChoice> targets;  // in the order of the file
  std::map<std::string, lint::Severity, std::less<>> rules;
  std::vector<std::vector<std::string>> aliases;
  std::optional<lint::Severity> fail_on;
};

// Parses a configuration. An unknown key, rule or severity, and what is no family or pattern, is an error with line and
// column. Paths in it are relative to the folder of `path`.
base::Result<Config> read_config(std::string_view yaml, const std::string& path);

// The path of the nearest errpress.yaml in the working directory or above it, relative to the working directory.
std::optional<std::string> find_config();

}  // namespace errpress::commands
