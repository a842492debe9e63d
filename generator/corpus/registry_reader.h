// Reads the files of a registry together, and decides the family of each entry. Used by registry.cpp.
// Thread-safe, apart from `families`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/registry.h"

namespace errpress::corpus {

// A file to read; the views stay valid as long as the entries are used.
struct RegistryInput {
  std::string_view bytes;
  const std::string& path;
  FileId file = 0;
  const std::string& family;  // of all entries; empty if it is not declared
};

struct RegistryContent {
  std::vector<RegistryEntry> entries;             // of all files, in their order
  std::vector<RegistryGaps::NotUnderstood> gaps;  // by file
  std::vector<FileId> empty;                      // headers without entries
};

// See Registry::add_all.
base::Result<RegistryContent> read_registry(const std::vector<RegistryInput>& files, Families& families);

}  // namespace errpress::corpus
