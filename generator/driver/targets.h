// The targets of a run: which were chosen, with which options, read from the built-in files and a folder of templates.
// Called once a run. Thread-safe.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "render/target.h"

namespace errpress::driver {

// A target to render, with the options that replace those of its target.yaml. `place` is where the configuration names
// it, for errors; empty on the command line.
struct TargetChoice {
  std::string name;
  std::vector<render::OptionValue> options;
  base::Error place = {};
};

struct LoadedTargets {
  std::vector<render::Target> targets;
  std::vector<std::string> unused_files;  // a message for each file in the templates folder that no target reads
};

// The targets in the order of `chosen`; every target there is, by name, where it is empty. `templates` is a folder, or
// empty for the built-in files alone.
base::Result<LoadedTargets> load_targets(const std::vector<TargetChoice>& chosen, const std::string& templates);

}  // namespace errpress::driver
