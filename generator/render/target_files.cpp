#include <fmt/format.h>

#include <algorithm>

#include "base/closest.h"
#include "disk/disk.h"
#include "disk/files.h"
#include "render/target.h"

namespace errpress::render {

namespace {

constexpr std::string_view kManifest = "target.yaml";
constexpr std::string_view kTemplateEnding = ".mustache";

std::string join(const std::string& folder, std::string_view path) {
  return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", path);
}

// Whether anything exists at `path` in `folder`. A link that leads nowhere is an Error, at the path itself and at the
// folders on the way: it was meant to replace a built-in file.
base::Result<bool> exists(const std::string& folder, std::string_view path) {
  const disk::Disk& disk = disk::working_folder();
  for (std::size_t end = 0; end != path.size();) {
    end = std::min(path.find('/', end + 1), path.size());
    const std::string part = join(folder, path.substr(0, end));
    disk::FileInfo info;
    if (const auto error = disk.look(part, info)) return base::Error{error.message(), part};
    if (info.kind == disk::Kind::none) return false;
    if (info.kind != disk::Kind::link) continue;
    if (const auto error = disk.look(part, info, disk::Links::follow)) return base::Error{error.message(), part};
    if (info.kind == disk::Kind::none) return base::Error{"is a link that leads nowhere", part};
  }
  return true;
}

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
    mustache::TemplateSource source{join(folder_, path), {}};
    const auto there = exists(folder_, path);
    if (!there) return there.error();
    if (*there) {
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
    const auto there = exists(folder_, fmt::format("{}/{}", name, kManifest));
    // A target that cannot be looked at is one: loading it gives the error. Hidden names are files of editors.
    if (there ? *there : !name.starts_with('.')) names.push_back(std::move(name));
  }
  sort_unique(names);
  return names;
}

std::vector<std::string> TargetFiles::unused(std::span<const Target> targets) const {
  std::vector<std::string> notes;
  if (folder_.empty()) return notes;
  const std::vector<std::string> known = target_names();
  for (const std::string& name : names_in(folder_)) {
    const std::string path = join(folder_, name);
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
    for (const std::string& name : names_in(join(folder_, target))) add(name);
  }
  sort_unique(names);
  return names;
}

}  // namespace errpress::render
