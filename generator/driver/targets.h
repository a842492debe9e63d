// Loads the chosen targets of a run, with their options, from the built-in files and a folder of templates. Called once
// per run. Thread-safe.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "render/target.h"

namespace errpress::driver {

// A target to render, with the options that override those of its target.yaml. `place` is its location in the
// configuration, for error messages; empty if it was given on the command line.
struct TargetChoice {
  std::string name;
  std::vector<render::OptionValue> options;
  base::Error place = {};
};

struct LoadedTargets {
  std::vector<render::Target> targets;
  std::vector<std::string> unused_files;  // a message for each file in the templates folder that no target reads
};

// The targets in the order of `chosen`; if it is empty, all targets, sorted by name. `templates` is a folder, or empty
// for the built-in files only.
base::Result<LoadedTargets> load_targets(const std::vector<TargetChoice>& chosen, const std::string& templates);

}  // namespace errpress::driver
