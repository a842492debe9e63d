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

}  // namespace

text::Result<std::optional<TemplateSource>> TargetFiles::find(const std::string& path) const {
  if (!folder_.empty()) {
    const std::string file = (fs::path(folder_) / path).generic_string();
    std::error_code error;
    if (fs::exists(file, error)) {
      TemplateSource source{file, {}};
      if (auto status = text::read_file(file, source.text); !status) return status.error();
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
  std::error_code error;
  if (!folder_.empty()) {
    for (const auto& entry : fs::directory_iterator(folder_, error)) {
      if (fs::exists(entry.path() / kManifest, error)) names.push_back(entry.path().filename().string());
    }
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
  std::error_code error;
  if (!folder_.empty()) {
    for (const auto& entry : fs::directory_iterator(fs::path(folder_) / target, error))
      add(entry.path().filename().string());
  }
  sort_unique(names);
  return names;
}

}  // namespace errpress::render
