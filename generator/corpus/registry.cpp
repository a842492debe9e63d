#include "corpus/registry.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <utility>

#include "base/key_numbers.h"
#include "corpus/entry_chains.h"
#include "corpus/registry_reader.h"

namespace errpress::corpus {

namespace {

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
  RegistryGaps gaps;
  std::vector<RegistryEntry> entries;
  base::KeyNumbers<std::string_view> names;
  base::KeyNumbers<std::uint32_t> codes;
  EntryChains by_name;
  EntryChains by_code;
  base::KeyNumbers<FurtherEntry, FurtherEntries> further_entries;  // of names that have several
  // Of names that have several entries: each name with each of its families, and the first entry of both.
  base::KeyNumbers<FurtherEntry, FurtherEntries> families_of_names;
  struct FirstInFamily {
    std::uint32_t entry;
    bool noted;  // in gaps
  };
  std::vector<FirstInFamily> first_in_family;  // by the number in families_of_names
  std::vector<bool> covered;                   // by family

  base::Status read(std::vector<RegistryFile> added) {
    const std::size_t known = files.size();
    std::vector<RegistryInput> inputs;
    for (RegistryFile& file : added) {
      files.push_back(std::move(file.bytes));
      inputs.push_back({files.back(), file.path, file.file, file.family});
    }
    auto content = read_registry(inputs, families);
    if (!content) {
      files.resize(known);
      return content.error();
    }
    add(content->entries);
    std::move(content->gaps.begin(), content->gaps.end(), std::back_inserter(gaps.not_understood));
    gaps.empty.insert(gaps.empty.end(), content->empty.begin(), content->empty.end());
    return base::Done{};
  }

  void add(const std::vector<RegistryEntry>& added) {
    names.reserve(names.size() + added.size());
    codes.reserve(codes.size() + added.size());
    for (const RegistryEntry& entry : added) add(entry);
  }

  void add(const RegistryEntry& entry) {
    const std::size_t known = names.size();
    const std::uint32_t name = names.add(entry.name);
    if (name < known) {
      if (is_duplicate(by_name.first(name), entry)) return;
      note_contradiction(by_name.first(name), entry);
    }
    by_name.add(name);
    by_code.add(codes.add(entry.code));
    entries.push_back(entry);
    if (entries.size() == 1 || entry.family != entries[entries.size() - 2].family) cover(entry.family);
  }

  void cover(FamilyId family) {
    if (family >= covered.size()) covered.resize(families.size());
    covered[family] = true;
  }

  // Compares an entry with the first one of its name and family, so that a name with many codes takes no more time.
  void note_contradiction(std::uint32_t first, const RegistryEntry& entry) {
    const std::size_t known = first_in_family.size();
    const std::uint32_t number = families_of_names.add({first, 0, entry.family});
    if (number == known) {
      first_in_family.push_back({entries[first].family == entry.family ? first : size(), false});
    }
    auto& [other, noted] = first_in_family[number];
    if (other == entries.size() || noted) return;
    noted = true;
    gaps.contradictory.emplace_back(other, entries.size());
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(entries.size()); }

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

base::Status Registry::add_all(std::vector<RegistryFile> files) { return impl_->read(std::move(files)); }

base::Status Registry::add(std::string bytes, const std::string& path, FileId file, std::string_view family) {
  std::vector<RegistryFile> files;
  files.push_back({std::move(bytes), path, file, std::string(family)});
  return add_all(std::move(files));
}

const RegistryGaps& Registry::gaps() const { return impl_->gaps; }

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
  bool shared = false;
  impl_->for_code(code, [&](const RegistryEntry& of_a) {
    if (of_a.name != a || shared) return;
    impl_->for_code(
        code, [&](const RegistryEntry& of_b) { shared = shared || (of_b.name == b && of_b.family == of_a.family); });
  });
  return shared;
}

const Families& Registry::families() const { return impl_->families; }
Families& Registry::families() { return impl_->families; }

}  // namespace errpress::corpus
