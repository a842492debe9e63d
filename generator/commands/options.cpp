#include "commands/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "disk/files.h"
#include "disk/path.h"

namespace errpress::commands {

base::Result<Config> load_config(bool isolated) {
  if (isolated) return Config{};
  const auto path = find_config();
  if (!path) return Config{};
  std::string yaml;
  if (auto status = disk::read_file(*path, yaml); !status) return status.error();
  return read_config(yaml, *path);
}

namespace {

// Registries named on the command line, with the families that the configuration gives to the same files.
std::vector<driver::RegistryChoice> chosen_registries(const Config& config, const std::vector<std::string>& paths) {
  std::vector<driver::RegistryChoice> chosen;
  for (const std::string& path : paths) {
    driver::RegistryChoice& registry = chosen.emplace_back(driver::RegistryChoice{path});
    const std::string shown = disk::short_path(path);
    for (const driver::RegistryChoice& known : config.registries) {
      if (known.path == shown) registry.family = known.family;
    }
  }
  return chosen;
}

}  // namespace

base::Result<driver::AnalysisInput> analysis_input(const Config& config, const std::vector<std::string>& paths,
                                                   const std::vector<std::string>& registries, unsigned jobs) {
  driver::AnalysisInput input;
  input.roots = paths.empty() ? config.corpus : paths;
  if (input.roots.empty()) {
    return base::Error{"no corpus: name a folder of articles, or write `corpus: [FOLDER]` into errpress.yaml"};
  }
  input.registries = registries.empty() ? config.registries : chosen_registries(config, registries);
  input.families = config.families;
  if (!config.files.empty()) input.files = config.files;
  input.dialect = config.dialect.value_or("");
  for (const auto& [id, severity] : config.rules) input.lint.set_severity(id, severity);
  for (const auto& names : config.aliases) input.aliases.add(names);
  input.threads = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
  return input;
}

base::Result<lint::Severity> fail_on(const std::string& option, const Config& config) {
  if (option.empty()) return config.fail_on.value_or(lint::Severity::warning);
  const auto severity = lint::parse_severity(option);
  if (!severity || *severity == lint::Severity::off) {
    return base::Error{fmt::format("--fail-on takes {}, not `{}`", lint::failing_severities(), option)};
  }
  return *severity;
}

}  // namespace errpress::commands
