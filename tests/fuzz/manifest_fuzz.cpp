// libFuzzer target: the list of owned files. Any bytes give lines in order, each with a path that may be written to, or
// an error with its place; what is printed of them is read as the same lines, and printed as the same text.
#include <algorithm>

#include "fuzz/require.h"
#include "output/manifest.h"
#include "output/plan.h"

using namespace errpress;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  const auto manifest = output::Manifest::parse(text, "out/.errpress/manifest");
  if (!manifest) {
    require(manifest.error().path == "out/.errpress/manifest", "an error names the file");
    fuzz::require_sound(manifest.error(), text);
    return 0;
  }
  const std::vector<output::ManifestLine>& lines = manifest->lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    require(output::path_fault(lines[i].path) == nullptr, "a line's path stays in the folder");
    require(fuzz::is_inside(lines[i].path, manifest->text()), "a line is a view of the manifest's text");
    require(i == 0 || lines[i - 1] < lines[i], "lines are in order, none twice");
  }
  const std::string printed = output::format_manifest(lines);
  const auto same = output::Manifest::parse(printed, "again");
  require(same.ok(), "a printed manifest is read");
  require(same->lines() == lines, "a printed manifest has the same lines");
  require(output::format_manifest(same->lines()) == printed, "a printed manifest is printed as it was");
  return 0;
}
