// Authoritative names and codes, read from tab-separated files and C headers. One Registry can hold several files.
// Const after loading, thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "corpus/article_summary.h"
#include "corpus/family.h"

namespace errpress::corpus {

// `name` is a view of memory that the Registry owns; it stays valid while the Registry exists, even if it is moved.
struct RegistryEntry {
  std::string_view name;
  std::uint32_t code = 0;
  FamilyId family = kNoFamily;
  Location location;  // of the name in the file of the registry
};

// A file to read. A path that ends in .h, .hh, .hpp or .inc is read as a header (see registry_header.h), anything else
// as lines NAME <tab> CODE [<tab> KIND] (see registry_tsv.h).
struct RegistryFile {
  std::string bytes;
  std::string path;  // used in errors
  FileId file = 0;   // used in locations
  std::string family = {};
};

// What of the registries is not as it should be, though they can be read. To be told once a run.
struct RegistryGaps {
  // Macros of a header that look like codes, but have no value that could be read.
  struct NotUnderstood {
    FileId file = 0;
    std::size_t count = 0;
    std::vector<std::string_view> first;  // three at most; valid while the Registry exists
  };
  // A header that has no codes, beside others.
  std::vector<FileId> empty;
  std::vector<NotUnderstood> not_understood;
  // Two entries of a name in one family with different codes, by their index in entries(): the first two of each name.
  std::vector<std::pair<std::size_t, std::size_t>> contradictory;
};

class Registry {
 public:
  Registry();
  ~Registry();
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  // Adds the entries of files that belong together: a macro of a header may use what another one defines. The order of
  // the files does not change what a macro stands for, unless several define the same name.
  //
  // All entries of a file have the family `family`. If it is empty, they have the family of their KIND or of the
  // wrapper around their value, such as HRESULT_TYPEDEF_. Others have the family of the file: that of the header it
  // builds on, else by its name (see file_family.h).
  //
  // A malformed line of a tab-separated file is an Error with line and column. A file without entries is an Error, but
  // a header can be empty beside another file. Nothing is added after an Error. Anything in a header that is not a code
  // is ignored. An entry with the same name, code and family as an earlier one is ignored; if the code or the family
  // differs, both are kept (find_name returns both).
  base::Status add_all(std::vector<RegistryFile> files);
  // The same for one file.
  base::Status add(std::string bytes, const std::string& path, FileId file, std::string_view family = {});

  const RegistryGaps& gaps() const;

  bool empty() const;
  std::size_t size() const;
  // Returns all entries of a name or of a code in the order in which they were added: usually one, possibly none.
  std::vector<const RegistryEntry*> find_name(std::string_view name) const;
  std::vector<const RegistryEntry*> find_code(std::uint32_t code) const;
  // Only the entries of one family.
  std::vector<const RegistryEntry*> find_code(std::uint32_t code, FamilyId family) const;
  bool knows_name(std::string_view name) const;
  // Whether there are entries of the family.
  bool covers(FamilyId family) const;
  // Whether the registry gives `code` to both names, in one family.
  bool are_aliases(std::string_view a, std::string_view b, std::uint32_t code) const;
  std::span<const RegistryEntry> entries() const;

  // The families of the entries, the built-in ones and those added by the caller.
  const Families& families() const;
  Families& families();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace errpress::corpus
