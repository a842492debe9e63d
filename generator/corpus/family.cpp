#include "corpus/family.h"

#include <array>
#include <limits>

namespace errpress::corpus {

namespace {

constexpr std::array<std::string_view, 6> kBuiltIn = {"win32", "hresult", "ntstatus", "bugcheck", "errno", "mysql"};

constexpr std::uint32_t kLow16 = 0xFFFF;
constexpr std::uint32_t kErrorOfWin32 = 0x80070000;    // failure, FACILITY_WIN32
constexpr std::uint32_t kNtBit = 0x10000000;           // FACILITY_NT_BIT
constexpr std::uint32_t kNtErrorOfWin32 = 0xC0070000;  // error, FACILITY_NTWIN32

constexpr std::array<Wrap, 3> kWraps = {{
    {kWin32, kHresult, kErrorOfWin32, kLow16, false},
    {kNtstatus, kHresult, kNtBit, ~kNtBit, true},
    {kWin32, kNtstatus, kNtErrorOfWin32, kLow16, false},
}};

std::optional<Unwrapped> unwrap(std::uint32_t code, const Wrap& wrap) {
  if ((code & ~wrap.mask) != wrap.bits) return std::nullopt;
  const std::uint32_t inner = code & wrap.mask;
  if (inner == 0 && !wrap.wraps_zero) return std::nullopt;
  return Unwrapped{wrap.inner, inner, wrap.outer};
}

}  // namespace

Families::Families() {
  names_.emplace_back();
  for (const std::string_view name : kBuiltIn) add(name);
}

FamilyId Families::add(std::string_view name) {
  if (name.empty()) return kNoFamily;
  if (const auto known = find(name)) return *known;
  if (names_.size() > std::numeric_limits<FamilyId>::max()) return kNoFamily;
  const auto id = static_cast<FamilyId>(names_.size());
  names_.emplace_back(ids_.emplace(name, id).first->first);
  return id;
}

std::optional<FamilyId> Families::find(std::string_view name) const {
  const auto found = ids_.find(std::string(name));
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

std::span<const Wrap> wraps() { return kWraps; }

std::optional<Unwrapped> unwrap(std::uint32_t code, FamilyId outer) {
  for (const Wrap& wrap : kWraps) {
    if (wrap.outer != outer) continue;
    if (const auto inner = unwrap(code, wrap)) return inner;
  }
  return std::nullopt;
}

std::optional<Unwrapped> unwrap(std::uint32_t code) {
  for (const Wrap& wrap : kWraps) {
    if (const auto inner = unwrap(code, wrap)) return inner;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> wrap(FamilyId inner, std::uint32_t code, FamilyId outer) {
  for (const Wrap& wrap : kWraps) {
    if (wrap.inner != inner || wrap.outer != outer) continue;
    if ((code & ~wrap.mask) != 0 || (code == 0 && !wrap.wraps_zero)) return std::nullopt;
    return code | wrap.bits;
  }
  return std::nullopt;
}

}  // namespace errpress::corpus
