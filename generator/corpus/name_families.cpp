#include <algorithm>
#include <array>
#include <cstdint>

#include "base/key_numbers.h"
#include "corpus/article_family.h"

namespace errpress::corpus {

namespace {

constexpr std::uint32_t kMinNames = 20;
// A name has few words; more are not looked at, so that a hostile name costs no more than others.
constexpr std::size_t kMaxPrefixes = 4;

// Calls `visit(prefix)` for "ERROR_" and "ERROR_IPSEC_" of ERROR_IPSEC_QM, shortest first.
template <typename Visit>
void for_each_prefix(std::string_view name, Visit visit) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < kMaxPrefixes; ++i) {
    end = name.find('_', end) + 1;
    if (end == 0 || end == name.size()) return;
    visit(name.substr(0, end));
  }
}

// Codes by their size: where one prefix serves two families, as ERROR_ does win32 and hresult, the size tells them
// apart.
enum Size : std::uint8_t { kUpTo16Bits, kWider, kAny };
constexpr std::size_t kSizes = 3;

Size size_of(std::uint32_t code) { return code <= 0xFFFF ? kUpTo16Bits : kWider; }

Size size_of(const base::Code& code) {
  if (!code.written()) return kAny;
  const Size hex = size_of(code.hex.value);
  const Size decimal = size_of(code.decimal.value);
  if (!code.decimal.written() || hex == decimal) return hex;
  return code.hex.written() ? kAny : decimal;
}

using Counts = std::array<std::uint32_t, kSizes>;  // by size

struct Prefix {
  struct OfFamily {
    FamilyId family;
    Counts names{};
  };
  Counts names{};
  std::vector<OfFamily> families;

  Counts& of(FamilyId family) {
    const auto same = [&](const OfFamily& f) { return f.family == family; };
    const auto found = std::find_if(families.begin(), families.end(), same);
    return found == families.end() ? families.emplace_back(OfFamily{family, {}}).names : found->names;
  }
};

// `pattern` has no '*'.
bool matches_here(std::string_view pattern, std::string_view text) {
  return pattern.size() <= text.size() &&
         std::equal(pattern.begin(), pattern.end(), text.begin(), [](char p, char t) { return p == '?' || p == t; });
}

// Takes time pattern size * name size at most: the leftmost place of each part is as good as any.
bool matches(std::string_view pattern, std::string_view name) {
  std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern.size() == name.size() && matches_here(pattern, name);
  if (!matches_here(pattern.substr(0, star), name)) return false;
  name.remove_prefix(star);
  for (;;) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    if (star == std::string_view::npos) {
      return pattern.size() <= name.size() && matches_here(pattern, name.substr(name.size() - pattern.size()));
    }
    while (!matches_here(pattern.substr(0, star), name)) {
      if (name.empty()) return false;
      name.remove_prefix(1);
    }
    name.remove_prefix(star);
  }
}

// The family in which `code` is right for an entry: its own, or one that carries the entry's code.
FamilyId family_of_right_code(const RegistryEntry& entry, const base::Code& code) {
  if (code.states(entry.code)) return entry.family;
  for (const Wrap& way : wraps()) {
    if (way.inner != entry.family) continue;
    const auto outer = wrap(entry.family, entry.code, way.outer);
    if (outer && code.states(*outer)) return way.outer;
  }
  return kNoFamily;
}

}  // namespace

struct NameFamilies::Prefixes {
  base::KeyNumbers<std::string_view> numbers;
  std::vector<Prefix> prefixes;  // by number
  std::vector<std::uint32_t> family_sizes;

  explicit Prefixes(const Registry& registry) : family_sizes(registry.families().size()) {
    for (const RegistryEntry& entry : registry.entries()) add(registry, entry);
  }

  // Counts a name once, with its first entry.
  void add(const Registry& registry, const RegistryEntry& entry) {
    const auto entries = registry.find_name(entry.name);
    if (entries.front() != &entry) return;
    std::vector<std::pair<FamilyId, Size>> counted;
    for (const RegistryEntry* one : entries) {
      for (const Size size : {size_of(one->code), kAny}) {
        const std::pair key(one->family, size);
        if (std::find(counted.begin(), counted.end(), key) == counted.end()) counted.push_back(key);
      }
    }
    Counts any_family{};
    for (const auto& [family, size] : counted) {
      any_family[size] = 1;
      if (size == kAny) ++family_sizes[family];
    }
    for_each_prefix(entry.name, [&](std::string_view text) {
      const std::uint32_t number = numbers.add(text);
      if (number == prefixes.size()) prefixes.emplace_back();
      for (std::size_t size = 0; size < kSizes; ++size) prefixes[number].names[size] += any_family[size];
      for (const auto& [family, size] : counted) ++prefixes[number].of(family)[size];
    });
  }

  // The only family that all names with the prefix and a code of this size are in; kNoFamily if they prove none.
  FamilyId family(std::string_view text, Size size) const {
    const auto number = numbers.find(text);
    if (!number) return kNoFamily;
    const Prefix& prefix = prefixes[*number];
    FamilyId only = kNoFamily;
    for (const Prefix::OfFamily& one : prefix.families) {
      const std::uint32_t names = one.names[size];
      if (names == 0 || names != prefix.names[size]) continue;
      if (names < kMinNames && 2 * names < family_sizes[one.family]) continue;
      if (only != kNoFamily) return kNoFamily;
      only = one.family;
    }
    return only;
  }
};

NameFamilies::NameFamilies(const Registry& registry, const FamilyChoices& choices)
    : registry_(registry), choices_(choices) {}

NameFamilies::~NameFamilies() = default;

FamilyId NameFamilies::by_pattern(std::string_view name) const {
  for (const FamilyChoices::Names& names : choices_.names) {
    if (matches(names.pattern, name)) return names.family;
  }
  return kNoFamily;
}

FamilyId NameFamilies::by_registry(std::string_view name, const base::Code& code) const {
  if (!registry_.knows_name(name)) return kNoFamily;
  const auto entries = registry_.find_name(name);
  for (const RegistryEntry* entry : entries) {
    if (const FamilyId family = family_of_right_code(*entry, code); family != kNoFamily) return family;
  }
  return entries.front()->family;
}

FamilyId NameFamilies::by_prefix(std::string_view name, const base::Code& code) const {
  if (registry_.empty()) return kNoFamily;
  FamilyId longest = kNoFamily;
  const Prefixes& known = prefixes();
  for_each_prefix(name, [&](std::string_view prefix) {
    if (const FamilyId family = known.family(prefix, size_of(code)); family != kNoFamily) longest = family;
  });
  return longest;
}

FamilyId NameFamilies::of(std::string_view name, const base::Code& code) const {
  if (const FamilyId family = by_pattern(name); family != kNoFamily) return family;
  if (const FamilyId family = by_registry(name, code); family != kNoFamily) return family;
  return by_prefix(name, code);
}

const NameFamilies::Prefixes& NameFamilies::prefixes() const {
  const std::lock_guard lock(building_);
  if (!prefixes_) prefixes_ = std::make_unique<const Prefixes>(registry_);
  return *prefixes_;
}

}  // namespace errpress::corpus
