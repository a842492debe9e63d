// Recognises folders whose articles are of a family that no registry covers: judged by the numbers of other families,
// each of them would be wrong. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/article_summary.h"
#include "corpus/file_table.h"
#include "corpus/registry.h"

namespace errpress::corpus {

// A folder in which most titles have names that no registry knows, and numbers that a registry gives to others.
struct UndeclaredFamily {
  // A title and what the registry says about its number.
  struct Example {
    FileId file = 0;
    const RegistryEntry* owner = nullptr;  // the first entry with the number of the title
  };
  std::string_view folder;     // as in File::path, without the slash at its end; "" for the working directory
  std::size_t titles = 0;      // in the folder, not in those below it
  std::size_t taken = 0;       // of these: unknown names with a number that has another owner
  std::vector<Example> first;  // three at most, in the order of the files
};

// Returns such folders, in the order of their first articles; none if fewer than three titles are in a folder. A name
// that a prefix or a folder gave a family (ArticleSummary::family, see assign_families), and a name that is close to
// that of an owner of its number, is not unknown: it is misspelt.
std::vector<UndeclaredFamily> find_undeclared_families(std::span<const ArticleSummary> articles, const FileTable& files,
                                                       const Registry& registry);

}  // namespace errpress::corpus
