#include "corpus/article_family.h"

#include <algorithm>
#include <filesystem>

#include "base/key_numbers.h"

namespace errpress::corpus {

namespace {

// The path from the root of the file system, so that "../c" and "c/a.txt" can be compared.
std::string absolute(const std::string& path) {
  std::error_code problem;
  const std::filesystem::path full = std::filesystem::absolute(path, problem);
  return (problem ? std::filesystem::path(path) : full).lexically_normal().generic_string();
}

bool is_same_or_below(std::string_view path, std::string_view folder) {
  while (folder.ends_with('/')) folder.remove_suffix(1);
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string_view::npos ? 0 : slash);
}

// The families that the configuration gives to folders.
class ConfiguredFolders {
 public:
  explicit ConfiguredFolders(const FamilyChoices& choices) {
    for (const FamilyChoices::Folder& folder : choices.folders)
      folders_.push_back({absolute(folder.path), folder.family});
    const auto longer = [](const auto& a, const auto& b) { return a.path.size() > b.path.size(); };
    std::stable_sort(folders_.begin(), folders_.end(), longer);
  }

  FamilyId family(const std::string& path) const {
    if (folders_.empty()) return kNoFamily;
    const std::string full = absolute(path);
    for (const FamilyChoices::Folder& folder : folders_) {
      if (is_same_or_below(full, folder.path)) return folder.family;
    }
    return kNoFamily;
  }

 private:
  std::vector<FamilyChoices::Folder> folders_;  // absolute, the longest path first
};

// How many titles the folders have, and of which families.
class Folders {
 public:
  Folders(std::span<const ArticleSummary> articles, const FileTable& files) : files_(files) {
    for (const ArticleSummary& article : articles) {
      if (article.has_title) ++folder(folder_of(path(article)), own_).titles;
    }
    for (const ArticleSummary& article : articles) {
      if (article.has_title) add(article);
    }
  }

  // The family that at least half of the titles in the folder of an article have; kNoFamily if there is none or two.
  FamilyId family(const ArticleSummary& article) const {
    const Folder* folder = merged_.find(folder_to_count(article));
    if (folder == nullptr) return kNoFamily;
    FamilyId most = kNoFamily;
    for (const auto& [family, titles] : folder->families) {
      if (2 * titles < folder->titles) continue;
      if (most != kNoFamily) return kNoFamily;
      most = family;
    }
    return most;
  }

 private:
  struct Folder {
    std::size_t titles = 0;
    std::vector<std::pair<FamilyId, std::size_t>> families;
  };
  struct Table {
    base::KeyNumbers<std::string_view> numbers;
    std::vector<Folder> folders;  // by number
    const Folder* find(std::string_view path) const {
      const auto number = numbers.find(path);
      return number ? &folders[*number] : nullptr;
    }
  };

  static Folder& folder(std::string_view path, Table& table) {
    const std::uint32_t number = table.numbers.add(path);
    if (number == table.folders.size()) table.folders.emplace_back();
    return table.folders[number];
  }

  std::string_view path(const ArticleSummary& article) const { return files_[article.file].path; }

  // A folder with one title says nothing about others: there, each article may have a folder of its own.
  std::string_view folder_to_count(const ArticleSummary& article) const {
    const std::string_view own = folder_of(path(article));
    const Folder* known = own_.find(own);
    const bool below_root = files_[article.file].relative.find('/') != std::string::npos;
    return below_root && (known == nullptr || known->titles < 2) ? folder_of(own) : own;
  }

  void add(const ArticleSummary& article) {
    Folder& counted = folder(folder_to_count(article), merged_);
    ++counted.titles;
    if (article.family == kNoFamily) return;
    for (auto& [family, titles] : counted.families) {
      if (family == article.family) {
        ++titles;
        return;
      }
    }
    counted.families.emplace_back(article.family, 1);
  }

  const FileTable& files_;
  Table own_;     // titles only
  Table merged_;  // as folder_to_count() says
};

FamilyId by_name(const ArticleSummary& article, const NameFamilies& names) {
  if (!article.has_title) return kNoFamily;
  if (const FamilyId family = names.by_pattern(article.name()); family != kNoFamily) return family;
  return names.by_registry(article.name(), article.code());
}

}  // namespace

void assign_families(std::span<ArticleSummary> articles, const FileTable& files, const NameFamilies& names,
                     const FamilyChoices& choices) {
  const ConfiguredFolders configured(choices);
  bool all_known = true;
  for (ArticleSummary& article : articles) {
    article.family = configured.family(files[article.file].path);
    if (article.family == kNoFamily) article.family = by_name(article, names);
    all_known = all_known && article.family != kNoFamily;
  }
  if (all_known) return;
  const Folders folders(articles, files);
  for (ArticleSummary& article : articles) {
    if (article.family != kNoFamily) continue;
    article.family = folders.family(article);
    if (article.family == kNoFamily && article.has_title)
      article.family = names.by_prefix(article.name(), article.code());
  }
}

}  // namespace errpress::corpus
