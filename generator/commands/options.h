// What the command line says, subcommand by subcommand, and what it comes to together with errpress.yaml. Value types.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "commands/config.h"
#include "driver/analysis.h"

namespace errpress::commands {

struct BuildOptions {
  std::vector<std::string> corpus;
  std::vector<std::string> registries;
  std::string out;
  std::vector<std::string> targets;
  std::string templates;
  std::string fail_on;
  bool check = false;
  bool strict = false;
  bool overwrite_changed = false;
  bool take_over = false;
  bool isolated = false;
  bool allow_empty = false;
  unsigned jobs = 0;  // 0: as many as there are processors
};

struct LintOptions {
  std::vector<std::string> paths;
  std::vector<std::string> registries;
  std::string format = "text";
  std::string fail_on;
  bool isolated = false;
  bool allow_empty = false;
  unsigned jobs = 0;
};

struct ViewOptions {
  std::vector<std::string> paths;
  std::vector<std::string> registries;
  bool isolated = false;
  bool allow_empty = false;
};

struct RuleOptions {
  std::string id;
};

// The configuration that is in force: none where `isolated`, or where there is no errpress.yaml.
base::Result<Config> load_config(bool isolated);

// Settings for the index pass, but for `allow_empty`. What the command line gives replaces what the configuration says;
// `paths` and `registries` may be empty. Fails where there is no corpus at all.
base::Result<driver::AnalysisInput> analysis_input(const Config& config, const std::vector<std::string>& paths,
                                                   const std::vector<std::string>& registries, unsigned jobs);

// The severity from which on findings fail a run: the option, else the configuration, else warning.
base::Result<lint::Severity> fail_on(const std::string& option, const Config& config);

}  // namespace errpress::commands
