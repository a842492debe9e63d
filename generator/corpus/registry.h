// Authoritative names and codes, read from tab-separated files and from C headers. Several files make one Registry.
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

// `name` and `kind` are views into the registry's own memory, valid as long as the Registry lives (moves included).
struct RegistryEntry {
  std::string_view name;
  std::uint32_t code = 0;
  std::string_view kind;  // "win32", "hresult", "ntstatus"; empty for entries of a C header
  Location location;      // the name, in the registry's file
};

class Registry {
 public:
  Registry();
  ~Registry();
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  // Adds the entries of one file's `bytes`. A path ending in .h, .hh, .hpp or .inc is read as a C header, anything else
  // as lines NAME <tab> CODE [<tab> KIND], where '#' starts a comment line and CODE is decimal or 0x hex. `file` goes
  // into the locations, `path` into errors. A line that is neither is an error with line and column (TSV), as is
  // a file without any entry, and nothing of the file is added; what a header has besides codes is passed over
  // (registry_header.h says what counts). The same name with the same code again is ignored; with another code, both
  // stay (find_name gives both).
  base::Status add(std::string bytes, const std::string& path, FileId file);

  bool empty() const;
  std::size_t size() const;
  // All entries of a name, or of a code, in the order they were added; mostly one. Empty where there is none.
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
