#include "corpus/registry.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "base/key_numbers.h"
#include "corpus/entry_chains.h"
#include "corpus/file_family.h"
#include "corpus/registry_header.h"
#include "corpus/registry_tsv.h"

namespace errpress::corpus {

namespace {

bool is_header(std::string_view path) {
  constexpr std::array<std::string_view, 4> kEndings = {".h", ".hh", ".hpp", ".inc"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

// An empty registry would check nothing, which is never intended.
base::Error empty_registry_error(const std::string& path) {
  return {is_header(path)
              ? "no macro in this header stands for a code: a registry is read from lines like `#define "
                "ERROR_NAME 13003L`"
              : "there is not one code in this registry: a line has NAME<tab>CODE, and a C header has a name "
                "that ends in .h, .hh, .hpp or .inc",
          path};
}

// A name that has several entries, and one of them.
struct FurtherEntry {
  std::uint32_t first;  // the first entry of the name
  std::uint32_t code;
  FamilyId family;
  friend bool operator==(const FurtherEntry&, const FurtherEntry&) = default;
};

struct FurtherEntries {
  static std::uint64_t hash(const FurtherEntry& key, std::uint64_t seed) {
    return base::hash_of(std::uint64_t{key.first} << 32 | key.code, seed + key.family);
  }
  static bool same(const FurtherEntry& a, const FurtherEntry& b) { return a == b; }
};

}  // namespace

struct Registry::Impl {
  Families families;
  std::deque<std::string> files;  // a deque, because entries contain views of these strings
  std::vector<RegistryEntry> entries;
  base::KeyNumbers<std::string_view> names;
  base::KeyNumbers<std::uint32_t> codes;
  EntryChains by_name;
  EntryChains by_code;
  base::KeyNumbers<FurtherEntry, FurtherEntries> further_entries;  // of names that have several
  std::vector<bool> covered;                                       // by family

  void add_all(const std::vector<RegistryEntry>& added) {
    names.reserve(names.size() + added.size());
    codes.reserve(codes.size() + added.size());
    for (const RegistryEntry& entry : added) add(entry);
  }

  void add(const RegistryEntry& entry) {
    const std::size_t known = names.size();
    const std::uint32_t name = names.add(entry.name);
    if (name < known && is_duplicate(by_name.first(name), entry)) return;
    by_name.add(name);
    by_code.add(codes.add(entry.code));
    entries.push_back(entry);
    if (entry.family >= covered.size()) covered.resize(families.size());
    covered[entry.family] = true;
  }

  // A hash look-up, because a scan of the entries of a name would be too slow for a name with a million codes.
  bool is_duplicate(std::uint32_t first, const RegistryEntry& entry) {
    if (entries[first].code == entry.code && entries[first].family == entry.family) return true;
    const std::size_t known = further_entries.size();
    return further_entries.add({first, entry.code, entry.family}) < known;
  }

  template <typename Visit>
  void for_name(std::string_view name, Visit visit) const {
    if (const auto key = names.find(name)) by_name.for_each(*key, [&](std::uint32_t entry) { visit(entries[entry]); });
  }
  template <typename Visit>
  void for_code(std::uint32_t code, Visit visit) const {
    if (const auto key = codes.find(code)) by_code.for_each(*key, [&](std::uint32_t entry) { visit(entries[entry]); });
  }
};

Registry::Registry() : impl_(std::make_unique<Impl>()) {}
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

base::Status Registry::add(std::string bytes, const std::string& path, FileId file, std::string_view family) {
  impl_->files.push_back(std::move(bytes));
  const std::string& kept = impl_->files.back();
  const FamilyId declared = impl_->families.add(family);
  const FamilyId otherwise = declared == kNoFamily ? impl_->families.add(file_family(path)) : declared;
  base::Result<std::vector<RegistryEntry>> entries =
      is_header(path) ? read_header(kept, file) : read_tsv(kept, path, file, impl_->families);
  if (entries && entries->empty()) entries = empty_registry_error(path);
  if (!entries) {
    impl_->files.pop_back();
    return entries.error();
  }
  for (RegistryEntry& entry : *entries) {
    if (declared != kNoFamily || entry.family == kNoFamily) entry.family = otherwise;
  }
  impl_->add_all(*entries);
  return base::Done{};
}

bool Registry::empty() const { return impl_->entries.empty(); }
std::size_t Registry::size() const { return impl_->entries.size(); }
std::span<const RegistryEntry> Registry::entries() const { return impl_->entries; }

std::vector<const RegistryEntry*> Registry::find_name(std::string_view name) const {
  std::vector<const RegistryEntry*> found;
  impl_->for_name(name, [&](const RegistryEntry& entry) { found.push_back(&entry); });
  return found;
}

std::vector<const RegistryEntry*> Registry::find_code(std::uint32_t code) const {
  std::vector<const RegistryEntry*> found;
  impl_->for_code(code, [&](const RegistryEntry& entry) { found.push_back(&entry); });
  return found;
}

std::vector<const RegistryEntry*> Registry::find_code(std::uint32_t code, FamilyId family) const {
  std::vector<const RegistryEntry*> found;
  impl_->for_code(code, [&](const RegistryEntry& entry) {
    if (entry.family == family) found.push_back(&entry);
  });
  return found;
}

bool Registry::knows_name(std::string_view name) const { return impl_->names.find(name).has_value(); }

bool Registry::covers(FamilyId family) const { return family < impl_->covered.size() && impl_->covered[family]; }

bool Registry::are_aliases(std::string_view a, std::string_view b, std::uint32_t code) const {
  std::vector<FamilyId> families_of_a;
  impl_->for_code(code, [&](const RegistryEntry& entry) {
    if (entry.name == a) families_of_a.push_back(entry.family);
  });
  if (families_of_a.empty() || a == b) return !families_of_a.empty();
  bool shared = false;
  impl_->for_code(code, [&](const RegistryEntry& entry) {
    shared = shared || (entry.name == b && std::count(families_of_a.begin(), families_of_a.end(), entry.family) > 0);
  });
  return shared;
}

const Families& Registry::families() const { return impl_->families; }
Families& Registry::families() { return impl_->families; }

}  // namespace errpress::corpus
