#include "corpus/undeclared_family.h"

#include <algorithm>

#include "base/closest.h"
#include "base/key_numbers.h"

namespace errpress::corpus {

namespace {

constexpr std::size_t kMinTitles = 3;
constexpr std::size_t kMaxExamples = 3;
constexpr std::size_t kMaxOwners = 16;  // compared with a name

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string_view::npos ? 0 : slash);
}

std::vector<const RegistryEntry*> owners_of(const base::Code& code, const Registry& registry) {
  std::vector<const RegistryEntry*> owners;
  if (code.decimal.written()) owners = registry.find_code(code.decimal.value);
  if (owners.empty() && code.hex.written()) owners = registry.find_code(code.hex.value);
  if (owners.size() > kMaxOwners) owners.resize(kMaxOwners);
  return owners;
}

// The first owner of the number of the title; nullptr if the title is not one of an undeclared family.
const RegistryEntry* other_owner(const ArticleSummary& article, const Registry& registry) {
  if (article.family != kNoFamily || registry.knows_name(article.name())) return nullptr;
  const auto owners = owners_of(article.code(), registry);
  if (owners.empty()) return nullptr;
  const base::NameDistance distance(article.name());
  const std::size_t bound = base::closeness_bound(article.name());
  const bool is_close = std::any_of(owners.begin(), owners.end(), [&](const RegistryEntry* owner) {
    return distance.to(owner->name, bound) <= bound;
  });
  return is_close ? nullptr : owners.front();
}

}  // namespace

std::vector<UndeclaredFamily> find_undeclared_families(std::span<const ArticleSummary> articles, const FileTable& files,
                                                       const Registry& registry) {
  if (registry.empty()) return {};
  base::KeyNumbers<std::string_view> numbers;
  std::vector<UndeclaredFamily> folders;
  for (const ArticleSummary& article : articles) {
    if (!article.has_title) continue;
    const std::string_view path = folder_of(files[article.file].path);
    const std::uint32_t number = numbers.add(path);
    if (number == folders.size()) folders.push_back({.folder = path, .first = {}});
    UndeclaredFamily& folder = folders[number];
    ++folder.titles;
    const RegistryEntry* owner = other_owner(article, registry);
    if (owner == nullptr) continue;
    ++folder.taken;
    if (folder.first.size() < kMaxExamples) folder.first.push_back({article.file, owner});
  }
  std::erase_if(folders, [](const UndeclaredFamily& folder) {
    return folder.titles < kMinTitles || 2 * folder.taken <= folder.titles;
  });
  return folders;
}

}  // namespace errpress::corpus
