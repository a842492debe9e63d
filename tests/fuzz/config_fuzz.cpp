// libFuzzer target: errpress.yaml. Any bytes give a configuration that says nothing twice, or an error with its place.
#include <set>

#include "commands/config.h"
#include "fuzz/require.h"
#include "lint/rules.h"

using namespace errpress;
using fuzz::require;

namespace {

constexpr const char* kPath = "folder/errpress.yaml";

void require_sound(const commands::Config& config, std::string_view yaml) {
  require(config.path == kPath, "a configuration knows its file");
  std::set<std::string_view> names;
  for (const driver::TargetChoice& target : config.targets) {
    require(!target.name.empty() && names.insert(target.name).second, "a target is named once");
    std::set<std::string_view> options;
    for (const auto& option : target.options) {
      require(options.insert(option.name).second, "an option is given once");
      require(option.place.path == kPath && option.place.line != 0, "an option has a place");
      base::Error place = option.place;
      place.message = "here";
      fuzz::require_sound(place, yaml);
    }
  }
  for (const auto& [id, severity] : config.rules) require(lint::find_rule(id) != nullptr, "a rule is known");
  for (const auto& aliases : config.aliases) require(aliases.size() > 1, "aliases are two or more");
  require(config.fail_on != lint::Severity::off, "nothing fails on what is off");
  for (const std::string& path : config.corpus) require(!path.empty(), "a path is not empty");
  for (const auto& registry : config.registries) require(!registry.path.empty(), "a path is not empty");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view yaml = fuzz::text_of(data, size);
  const auto config = commands::read_config(yaml, kPath);
  if (config) {
    require_sound(*config, yaml);
  } else {
    require(config.error().path == kPath, "an error names the file");
    fuzz::require_sound(config.error(), yaml);
  }
  return 0;
}
