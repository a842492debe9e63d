// The command-line options of each subcommand, and the settings that result from combining them with errpress.yaml.
// Value types.
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
  unsigned jobs = 0;  // 0: one per processor
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

// The configuration to use; an empty one if `isolated`, or if there is no errpress.yaml.
base::Result<Config> load_config(bool isolated);

// The settings for the index pass, except `allow_empty`. `paths` and `registries` from the command line override the
// configuration unless they are empty. Fails if neither names a corpus.
base::Result<driver::AnalysisInput> analysis_input(const Config& config, const std::vector<std::string>& paths,
                                                   const std::vector<std::string>& registries, unsigned jobs);

// The lowest severity that fails a run: from the option, else from the configuration, else warning.
base::Result<lint::Severity> fail_on(const std::string& option, const Config& config);

}  // namespace errpress::commands
