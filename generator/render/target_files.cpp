#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/closest.h"
#include "disk/files.h"
#include "render/target.h"

namespace errpress::render {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kManifest = "target.yaml";
constexpr std::string_view kTemplateEnding = ".mustache";

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

// The names in a folder; empty if it cannot be read, since they are only used for suggestions.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  if (folder.empty()) return names;
  const auto entries = disk::list_folder(folder);
  if (!entries) return names;
  for (const disk::Entry& entry : *entries) names.push_back(entry.name);
  return names;
}

void note_unused(const Target& target, const std::string& folder, std::vector<std::string>& notes) {
  std::vector<std::string> used;
  for (const std::string& file : target.files()) used.push_back(file.substr(target.name().size() + 1));
  for (const std::string& file : names_in(folder)) {
    const bool is_part = file.ends_with(kTemplateEnding) || file.ends_with(".yaml") || file.ends_with(".yml");
    if (!is_part || std::find(used.begin(), used.end(), file) != used.end()) continue;
    notes.push_back(
        fmt::format("{}/{}: not used by target `{}`{}", folder, file, target.name(), base::did_you_mean(file, used)));
  }
}

}  // namespace

bool is_inside_path(std::string_view path) {
  if (path.find_first_of(std::string_view("\\:\0", 3)) != std::string_view::npos) return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

base::Result<std::optional<mustache::TemplateSource>> TargetFiles::find(const std::string& path) const {
  if (!is_inside_path(path)) return std::optional<mustache::TemplateSource>();
  if (!folder_.empty()) {
    mustache::TemplateSource source{(fs::path(folder_) / path).generic_string(), {}};
    std::error_code error;
    const bool there = fs::exists(source.file, error);
    if (error) return base::Error{error.message(), source.file};
    if (there) {
      if (auto status = disk::read_file(source.file, source.text); !status) return status.error();
      return std::optional(std::move(source));
    }
  }
  for (const BuiltInFile& file : built_in_) {
    if (file.path == path) return std::optional(mustache::TemplateSource{"built-in " + path, std::string(file.bytes)});
  }
  return std::optional<mustache::TemplateSource>();
}

std::vector<std::string> TargetFiles::target_names() const {
  std::vector<std::string> names;
  for (const BuiltInFile& file : built_in_) {
    const std::size_t slash = file.path.find('/');
    if (slash != std::string_view::npos && file.path.substr(slash + 1) == kManifest)
      names.emplace_back(file.path.substr(0, slash));
  }
  for (std::string& name : names_in(folder_)) {
    std::error_code ignored;
    if (fs::exists(fs::path(folder_) / name / kManifest, ignored)) names.push_back(std::move(name));
  }
  sort_unique(names);
  return names;
}

std::vector<std::string> TargetFiles::unused(std::span<const Target> targets) const {
  std::vector<std::string> notes;
  if (folder_.empty()) return notes;
  const std::vector<std::string> known = target_names();
  for (const std::string& name : names_in(folder_)) {
    const std::string path = (fs::path(folder_) / name).generic_string();
    if (name.starts_with('.') || !disk::is_folder(path)) continue;
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      notes.push_back(
          fmt::format("{}: not used: a target of its own needs a target.yaml, and no built-in target has this "
                      "name{}",
                      path, base::did_you_mean(name, known)));
      continue;
    }
    const auto target = std::find_if(targets.begin(), targets.end(), [&](const Target& t) { return t.name() == name; });
    if (target != targets.end()) note_unused(*target, path, notes);
  }
  std::sort(notes.begin(), notes.end());
  return notes;
}

std::vector<std::string> TargetFiles::template_names(const std::string& target) const {
  std::vector<std::string> names;
  const auto add = [&](std::string_view file) {
    if (file.ends_with(kTemplateEnding)) names.emplace_back(file.substr(0, file.size() - kTemplateEnding.size()));
  };
  const std::string prefix = target + '/';
  for (const BuiltInFile& file : built_in_) {
    if (file.path.starts_with(prefix)) add(file.path.substr(prefix.size()));
  }
  if (!folder_.empty()) {
    for (const std::string& name : names_in((fs::path(folder_) / target).generic_string())) add(name);
  }
  sort_unique(names);
  return names;
}

}  // namespace errpress::render
