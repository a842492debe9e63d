// What the tests of the output stage share: a folder of their own, runs described as one line, and pictures of a tree.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "output/output_folder.h"
#include "support/temporary_folder.h"

namespace errpress::output {

namespace fs = std::filesystem;
using tests::Files;
using tests::files_in;
using tests::read;
using tests::TemporaryFolder;
using tests::write;

// All below a folder: kind, time of the last change and content of each entry.
inline Files picture_of(const std::string& folder) {
  Files picture;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    std::string& said = picture[entry.path().lexically_relative(folder).generic_string()];
    if (entry.is_symlink()) {
      said = "link to " + fs::read_symlink(entry.path()).string();
      continue;
    }
    said = std::to_string(entry.last_write_time().time_since_epoch().count());
    if (entry.is_regular_file()) said += " file " + read(entry.path());
  }
  return picture;
}

inline std::vector<std::string> paths_of(const Files& files) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : files) paths.push_back(path);
  return paths;
}

// "created a b; removed c; manifest": the parts that are not empty.
inline std::string describe(const Summary& summary) {
  std::string text;
  const auto add = [&text](std::string_view what, const std::vector<std::string_view>& paths) {
    if (paths.empty()) return;
    text.append(text.empty() ? "" : "; ").append(what);
    for (const std::string_view path : paths) text.append(" ").append(path);
  };
  add("created", summary.created);
  add("updated", summary.updated);
  add("line ends", summary.line_ends);
  add("replaced", summary.replaced);
  add("taken over", summary.taken_over);
  add("unchanged", summary.unchanged);
  add("removed", summary.removed);
  add("left alone", summary.left_alone);
  add("inputs", summary.inputs);
  add("changed", summary.changed);
  add("in the way", summary.in_the_way);
  if (summary.manifest_changed) text += text.empty() ? "manifest" : "; manifest";
  return text;
}

// Puts all of `wanted`, in the order of the paths, and finishes. The line of the summary, or "error: " and the Error.
inline std::string finish_run(base::Result<std::unique_ptr<OutputFolder>> folder, const Files& wanted) {
  if (!folder) return "error: " + to_string(folder.error());
  std::uint32_t id = 0;
  for (const auto& [path, bytes] : wanted) {
    if (const auto status = (*folder)->put(id++, bytes); !status) return "error: " + to_string(status.error());
  }
  const auto summary = (*folder)->finish();
  return summary ? describe(summary.value()) : "error: " + to_string(summary.error());
}

inline std::string run(const std::string& folder, const Files& wanted, const RunOptions& options = Mode::write) {
  return finish_run(OutputFolder::open(folder, options, paths_of(wanted)), wanted);
}

// What the manifest of a folder holds.
inline std::string manifest_in(const std::string& folder) { return read(folder + "/.errpress/manifest"); }

// The manifest that a run leaves which wrote these files for no target.
inline std::string manifest_of(const Files& files) {
  std::vector<ManifestLine> lines;
  for (const auto& [path, bytes] : files) lines.push_back({path, content_of(bytes).hash});
  return format_manifest(lines);
}

inline std::string check(const std::string& folder, const Files& wanted) { return run(folder, wanted, Mode::check); }

}  // namespace errpress::output
