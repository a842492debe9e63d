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

namespace errpress::corpus {

// `name` and `kind` are views of memory that the Registry owns; they stay valid while it exists, even if it is moved.
struct RegistryEntry {
  std::string_view name;
  std::uint32_t code = 0;
  std::string_view kind;  // "win32", "hresult", "ntstatus"; empty for entries of a C header
  Location location;      // of the name in the file of the registry
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
  // an Error. Anything in a header that is not a code is ignored. An entry with the same name and code as an earlier
  // one is ignored; if the code differs, both are kept (find_name returns both).
  base::Status add(std::string bytes, const std::string& path, FileId file);

  bool empty() const;
  std::size_t size() const;
  // Returns all entries of a name or of a code in the order in which they were added: usually one, possibly none.
  std::vector<const RegistryEntry*> find_name(std::string_view name) const;
  std::vector<const RegistryEntry*> find_code(std::uint32_t code) const;
  bool knows_name(std::string_view name) const;
  // Whether the registry gives `code` to both names.
  bool are_aliases(std::string_view a, std::string_view b, std::uint32_t code) const;
  std::span<const RegistryEntry> entries() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace errpress::corpus
