#include "driver/targets.h"

#include <utility>

#include "disk/files.h"
#include "render/built_in_files.h"

namespace errpress::driver {

namespace {

base::Error with_place(base::Error error, const base::Error& place) {
  if (!error.path.empty() || place.path.empty()) return error;
  return {std::move(error.message), place.path, place.line, place.column};
}

}  // namespace

base::Result<LoadedTargets> load_targets(const std::vector<TargetChoice>& chosen, const std::string& templates) {
  if (!templates.empty() && !disk::is_folder(templates))
    return base::Error{"there is no folder of templates", templates};
  const render::TargetFiles files(render::built_in_files(), templates);
  std::vector<TargetChoice> choices = chosen;
  if (choices.empty()) {
    for (std::string& name : files.target_names()) choices.push_back({std::move(name), {}});
  }
  std::vector<render::Target> targets;
  for (const TargetChoice& choice : choices) {
    auto target = render::Target::load(choice.name, files, choice.options);
    if (!target) return with_place(target.error(), choice.place);
    targets.push_back(std::move(*target));
  }
  std::vector<std::string> unused_files = files.unused(targets);
  return LoadedTargets{std::move(targets), std::move(unused_files)};
}

}  // namespace errpress::driver
