// Decides the family of names and articles, from the configuration, the registries and the other titles of a folder.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/code.h"
#include "corpus/article_summary.h"
#include "corpus/family.h"
#include "corpus/file_table.h"
#include "corpus/registry.h"

namespace errpress::corpus {

// What the configuration says about families. It overrides registries.
struct FamilyChoices {
  struct Folder {
    std::string path;  // of a folder or a single article, in the form of File::path
    FamilyId family = kNoFamily;
  };
  struct Names {
    std::string pattern;  // of the whole name; '*' stands for any text, '?' for one character
    FamilyId family = kNoFamily;
  };
  std::vector<Folder> folders;  // the longest path that contains an article counts
  std::vector<Names> names;     // the first pattern that a name has counts
};

// The family of a name by itself, wherever it stands. Const use is thread-safe.
class NameFamilies {
 public:
  // Keeps references to both arguments, which must not change any more.
  NameFamilies(const Registry& registry, const FamilyChoices& choices);
  ~NameFamilies();
  NameFamilies(const NameFamilies&) = delete;
  NameFamilies& operator=(const NameFamilies&) = delete;

  // The family that a pattern of the configuration gives to the name; kNoFamily if none has it.
  FamilyId by_pattern(std::string_view name) const;

  // The family of a name of the registries: of several, the first in which `code` is right, plain or wrapped (then it
  // is the family that wraps), otherwise the first. kNoFamily if no registry has the name.
  FamilyId by_registry(std::string_view name, const base::Code& code) const;

  // The family of a name that no registry has, by the longest prefix ("ERROR_IPSEC_", "ERROR_") that proves one: there
  // are at least 20 registered names, or half of the names of a family, that have the prefix and codes of the same size
  // (16 bits or more), and all of them are in the family. kNoFamily if there is no such prefix. The index of prefixes
  // is built on first use.
  FamilyId by_prefix(std::string_view name, const base::Code& code) const;

  // The first of the three that gives a family.
  FamilyId of(std::string_view name, const base::Code& code) const;

 private:
  struct Prefixes;

  const Registry& registry_;
  const FamilyChoices& choices_;
  mutable std::mutex building_;  // not std::call_once: no exception can propagate out of it when memory is exhausted
  mutable std::unique_ptr<const Prefixes> prefixes_;

  const Prefixes& prefixes() const;
};

// Sets ArticleSummary::family of every article with a title. In this order: the folder or the name in the
// configuration; the registries, by name; the family that at least half of the titles in the article's folder have by
// then; a prefix; kNoFamily. A folder with one title counts as a part of the folder above it.
void assign_families(std::span<ArticleSummary> articles, const FileTable& files, const NameFamilies& names,
                     const FamilyChoices& choices);

}  // namespace errpress::corpus
