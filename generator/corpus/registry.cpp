#include "corpus/registry.h"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_set>
#include <utility>

#include "base/hash.h"
#include "corpus/entry_chains.h"
#include "corpus/registry_header.h"
#include "corpus/registry_tsv.h"

namespace errpress::corpus {

namespace {

bool is_header(std::string_view path) {
  constexpr std::array<std::string_view, 4> kEndings = {".h", ".hh", ".hpp", ".inc"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

// A registry that holds nothing checks nothing, which nobody means.
base::Error nothing_in(const std::string& path) {
  return {is_header(path)
              ? "no macro in this header stands for a code: a registry is read from lines like `#define "
                "ERROR_NAME 13003L`"
              : "there is not one code in this registry: a line has NAME<tab>CODE, and a C header has a name "
                "that ends in .h, .hh, .hpp or .inc",
          path};
}

std::uint64_t hash_of(std::uint32_t code) { return base::hash_of(std::uint64_t{code}, 0); }
std::uint64_t hash_of(std::string_view name) { return base::hash_of(name); }

}  // namespace

struct Registry::Impl {
  std::deque<std::string> files;  // never moves what the entries are views of
  std::vector<RegistryEntry> entries;
  EntryChains by_name;
  EntryChains by_code;
  // First entry of a name and a code: all that is known of the names that have several codes.
  std::unordered_set<std::uint64_t> repeated;

  auto has_name(std::string_view name) const {
    return [this, name](std::uint32_t entry) { return entries[entry].name == name; };
  }
  auto has_code(std::uint32_t code) const {
    return [this, code](std::uint32_t entry) { return entries[entry].code == code; };
  }
  std::optional<std::uint32_t> first_named(std::string_view name) const {
    return by_name.find(hash_of(name), has_name(name)).first;
  }

  void add_all(const std::vector<RegistryEntry>& added) {
    const std::size_t count = entries.size() + added.size();
    entries.reserve(count);
    by_name.reserve(count, [this](std::uint32_t entry) { return hash_of(entries[entry].name); });
    by_code.reserve(count, [this](std::uint32_t entry) { return hash_of(entries[entry].code); });
    for (const RegistryEntry& entry : added) add(entry);
  }

  void add(const RegistryEntry& entry) {
    const EntryChains::Place place = by_name.find(hash_of(entry.name), has_name(entry.name));
    if (place.first && is_repetition(*place.first, entry.code)) return;
    by_name.add(place);
    by_code.add(by_code.find(hash_of(entry.code), has_code(entry.code)));
    entries.push_back(entry);
  }

  // Looking through the entries of the name would take too long for one with a million codes.
  bool is_repetition(std::uint32_t first, std::uint32_t code) {
    return entries[first].code == code || !repeated.insert(std::uint64_t{first} << 32 | code).second;
  }

  std::vector<const RegistryEntry*> all_of(const EntryChains& chains, std::optional<std::uint32_t> first) const {
    std::vector<const RegistryEntry*> found;
    if (first) chains.for_each(*first, [&](std::uint32_t entry) { found.push_back(&entries[entry]); });
    return found;
  }

  bool gives(std::string_view name, std::uint32_t code) const {
    bool found = false;
    const std::optional<std::uint32_t> first = first_named(name);
    if (first) by_name.for_each(*first, [&](std::uint32_t entry) { found = found || entries[entry].code == code; });
    return found;
  }
};

Registry::Registry() : impl_(std::make_unique<Impl>()) {}
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

base::Status Registry::add(std::string bytes, const std::string& path, FileId file) {
  impl_->files.push_back(std::move(bytes));
  const std::string& kept = impl_->files.back();
  base::Result<std::vector<RegistryEntry>> entries =
      is_header(path) ? read_header(kept, file) : read_tsv(kept, path, file);
  if (entries && entries->empty()) entries = nothing_in(path);
  if (!entries) {
    impl_->files.pop_back();
    return entries.error();
  }
  impl_->add_all(*entries);
  return base::Done{};
}

bool Registry::empty() const { return impl_->entries.empty(); }
std::size_t Registry::size() const { return impl_->entries.size(); }
std::span<const RegistryEntry> Registry::entries() const { return impl_->entries; }

std::vector<const RegistryEntry*> Registry::find_name(std::string_view name) const {
  return impl_->all_of(impl_->by_name, impl_->first_named(name));
}

std::vector<const RegistryEntry*> Registry::find_code(std::uint32_t code) const {
  return impl_->all_of(impl_->by_code, impl_->by_code.find(hash_of(code), impl_->has_code(code)).first);
}

bool Registry::knows_name(std::string_view name) const { return impl_->first_named(name).has_value(); }

bool Registry::are_aliases(std::string_view a, std::string_view b, std::uint32_t code) const {
  return impl_->gives(a, code) && impl_->gives(b, code);
}

}  // namespace errpress::corpus
