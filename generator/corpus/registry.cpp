#include "corpus/registry.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "base/key_numbers.h"
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

}  // namespace

struct Registry::Impl {
  std::deque<std::string> files;  // never moves what the entries are views of
  std::vector<RegistryEntry> entries;
  base::KeyNumbers<std::string_view> names;
  base::KeyNumbers<std::uint32_t> codes;
  EntryChains by_name;
  EntryChains by_code;
  // First entry of a name and a code: all that is known of the names that have several codes.
  base::KeyNumbers<std::uint64_t> repeated;

  void add_all(const std::vector<RegistryEntry>& added) {
    names.reserve(names.size() + added.size());
    codes.reserve(codes.size() + added.size());
    for (const RegistryEntry& entry : added) add(entry);
  }

  void add(const RegistryEntry& entry) {
    const std::size_t known = names.size();
    const std::uint32_t name = names.add(entry.name);
    if (name < known && is_repetition(by_name.first(name), entry.code)) return;
    by_name.add(name);
    by_code.add(codes.add(entry.code));
    entries.push_back(entry);
  }

  // Looking through the entries of the name would take too long for one with a million codes.
  bool is_repetition(std::uint32_t first, std::uint32_t code) {
    if (entries[first].code == code) return true;
    const std::size_t known = repeated.size();
    return repeated.add(std::uint64_t{first} << 32 | code) < known;
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
  std::vector<const RegistryEntry*> found;
  impl_->for_name(name, [&](const RegistryEntry& entry) { found.push_back(&entry); });
  return found;
}

std::vector<const RegistryEntry*> Registry::find_code(std::uint32_t code) const {
  std::vector<const RegistryEntry*> found;
  impl_->for_code(code, [&](const RegistryEntry& entry) { found.push_back(&entry); });
  return found;
}

bool Registry::knows_name(std::string_view name) const { return impl_->names.find(name).has_value(); }

bool Registry::are_aliases(std::string_view a, std::string_view b, std::uint32_t code) const {
  bool has_a = false;
  bool has_b = false;
  impl_->for_code(code, [&](const RegistryEntry& entry) {
    has_a = has_a || entry.name == a;
    has_b = has_b || entry.name == b;
  });
  return has_a && has_b;
}

}  // namespace errpress::corpus
