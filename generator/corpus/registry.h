// Authoritative names and codes, read from tab-separated files and C headers. One Registry can hold several files.
// Const after loading, thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

class Registry {
 public:
  Registry();
  ~Registry();
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  // Adds the entries of a file with the content `bytes`. A path that ends in .h, .hh, .hpp or .inc is read as a C
  // header (see registry_header.h), anything else as lines NAME <tab> CODE [<tab> KIND], where '#' starts a comment
  // line and CODE is decimal or 0x hex. `file` is used in locations, `path` in errors. A malformed line of a
  // tab-separated file is an Error with line and column, and a file without entries is an Error; nothing is added after
  // an Error. Anything in a header that is not a code is ignored. An entry with the same name, code and family as an
  // earlier one is ignored; if the code or the family differs, both are kept (find_name returns both).
  // All entries of the file have the family `family`. If it is empty, they have the family KIND; without KIND, that of
  // the file (see file_family).
  base::Status add(std::string bytes, const std::string& path, FileId file, std::string_view family = {});

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
