// libFuzzer target: target.yaml with its templates, through Target::load. The first file of the input (input_files.h)
// is target.yaml, the others are templates. Any input gives a target or an error with its place; paths that it gives
// stay below the output folder.
#include <fmt/format.h>

#include "fuzz/input_files.h"
#include "fuzz/require.h"
#include "fuzz/sample_view.h"
#include "render/target.h"

using namespace errpress;
using fuzz::require;

namespace {

// Partials that include others twice can print 2^n copies, up to 1 GB: right, but slow.
constexpr std::size_t kMostPartials = 10;

bool is_quick(std::string_view input) {
  std::size_t tags = 0;
  for (std::size_t at = input.find('>'); at != std::string_view::npos; at = input.find('>', at + 1)) ++tags;
  return tags <= kMostPartials;
}

void require_place(const base::Error& error, std::span<const render::BuiltInFile> files) {
  require(!error.message.empty(), "an error has a message");
  require(error.path.starts_with("built-in fuzz/"), "an error names a file of the target");
  for (const render::BuiltInFile& file : files) {
    if (error.path != fmt::format("built-in {}", file.path)) continue;
    const bool is_yaml = file.path.ends_with(".yaml");
    return fuzz::require_sound(error, file.bytes, is_yaml ? fuzz::kLineFeed : fuzz::kAnyLineEnd);
  }
}

void require_safe(std::string_view path) {
  require(!path.empty() && path.size() < (std::size_t{1} << 20), "a path is not empty");
  require(!path.starts_with('/') && !path.ends_with('/'), "a path begins and ends with a name");
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    require(!part.empty() && !part.starts_with('.'), "a part is a name, and not hidden");
    for (const char c : part) {
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      require(is_letter || c == '_' || c == '-' || c == '.', "a part has plain characters only");
    }
    path.remove_prefix(std::min(path.size(), part.size() + 1));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::SampleView view;
  const std::string_view input = fuzz::text_of(data, size);
  std::vector<fuzz::InputFile> files = fuzz::split_files(input);
  files[0].name = "target.yaml";
  std::vector<std::string> paths;
  for (const fuzz::InputFile& file : files) paths.push_back("fuzz/" + file.name);
  std::vector<render::BuiltInFile> built_in;
  for (std::size_t i = 0; i < files.size(); ++i) built_in.push_back({paths[i], files[i].text});

  const auto target = render::Target::load("fuzz", render::TargetFiles(built_in, {}), {});
  if (!target) {
    require_place(target.error(), built_in);
    return 0;
  }
  require(!target->outputs().empty() && !target->summary().empty(), "a target has a summary and outputs");
  if (!is_quick(input)) return 0;
  for (const render::Output& output : target->outputs()) {
    const auto path = target->path(output, view.root());
    if (path) require_safe(*path);
    if (!output.body) continue;
    base::TextBuffer page;
    const base::Status rendered = target->render(output, view.root(), page);
    require(rendered.ok() || page.size() == 0, "a failed page leaves the output as it was");
    if (!rendered) require_place(rendered.error(), built_in);
  }
  return 0;
}
