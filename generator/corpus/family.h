// Families: the number spaces that codes belong to. A number has a meaning only within its family: 36 is
// ERROR_SHARING_BUFFER_EXCEEDED in win32 and NTFS_FILE_SYSTEM in bugcheck, and both are right.
// Families is filled while registries and the configuration are read; const use is thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace errpress::corpus {

using FamilyId = std::uint16_t;

// The family of names that neither a registry nor the configuration assigns to one: the numbers of the corpus itself.
inline constexpr FamilyId kNoFamily = 0;

// The families that errpress knows without a registry, because wraps and well-known headers refer to them.
enum BuiltInFamily : FamilyId { kWin32 = 1, kHresult, kNtstatus, kBugcheck, kErrno, kMysql };

class Families {
 public:
  Families();
  // names_ contains views of the keys of ids_: it can be moved, but not copied.
  Families(Families&&) = default;
  Families& operator=(Families&&) = default;

  // Returns the id of a family, which is added if there is none with this name yet; kNoFamily for an empty name, or if
  // there are too many families for an id.
  FamilyId add(std::string_view name);
  std::optional<FamilyId> find(std::string_view name) const;
  // The name; empty for kNoFamily. Valid while the Families exist.
  std::string_view name(FamilyId family) const { return names_[family]; }
  // The number of ids: all ids are below it.
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string_view> names_;  // by id: views of the keys of ids_, which never move
  std::unordered_map<std::string, FamilyId> ids_;
};

// A way in which codes of one family are carried inside codes of another: the outer code is `inner | bits`, and an
// inner code has no bit outside of `mask`.
struct Wrap {
  FamilyId inner;
  FamilyId outer;
  std::uint32_t bits;
  std::uint32_t mask;
  bool wraps_zero;  // whether success is wrapped, too
};

// All wraps: HRESULT_FROM_WIN32, HRESULT_FROM_NT and NTSTATUS_FROM_WIN32 ([MS-ERREF] 2.1.2, 2.3 and winerror.h).
std::span<const Wrap> wraps();

// A code that carries another one.
struct Unwrapped {
  FamilyId inner = kNoFamily;
  std::uint32_t code = 0;  // in the inner family
  FamilyId outer = kNoFamily;
};

// Returns what `code` carries if it is read as a code of the family `outer`, or nullopt if it carries nothing. No code
// carries two.
std::optional<Unwrapped> unwrap(std::uint32_t code, FamilyId outer);
// The same in the first family, in the order of wraps(), in which `code` carries another: HRESULTs before NTSTATUSes.
// Of use only where the family of the code is unknown: half of all numbers can be read as a wrapped NTSTATUS.
std::optional<Unwrapped> unwrap(std::uint32_t code);

// Returns `code` of the family `inner` as a code of `outer`; nullopt if `outer` cannot carry it.
std::optional<std::uint32_t> wrap(FamilyId inner, std::uint32_t code, FamilyId outer);

}  // namespace errpress::corpus
