#include <algorithm>
#include <filesystem>

#include "render/target.h"
#include "text/files.h"

namespace errpress::render {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kManifest = "target.yaml";
constexpr std::string_view kTemplateEnding = ".mustache";

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

// The names in a folder; none where it cannot be read, since they only help to say what was meant.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  if (folder.empty()) return names;
  const auto entries = text::list_folder(folder);
  if (!entries) return names;
  for (const text::Entry& entry : *entries) names.push_back(entry.name);
  return names;
}

}  // namespace

text::Result<std::optional<TemplateSource>> TargetFiles::find(const std::string& path) const {
  if (!folder_.empty()) {
    TemplateSource source{(fs::path(folder_) / path).generic_string(), {}};
    std::error_code error;
    const bool there = fs::exists(source.file, error);
    if (error) return text::Error{error.message(), source.file};
    if (there) {
      if (auto status = text::read_file(source.file, source.text); !status) return status.error();
      return std::optional(std::move(source));
    }
  }
  for (const BuiltInFile& file : built_in_) {
    if (file.path == path) return std::optional(TemplateSource{"built-in " + path, std::string(file.bytes)});
  }
  return std::optional<TemplateSource>();
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
