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

// An empty registry would check nothing, which is never intended.
base::Error empty_registry_error(const std::string& path) {
  return {is_header(path)
              ? "no macro in this header stands for a code: a registry is read from lines like `#define "
                "ERROR_NAME 13003L`"
              : "there is not one code in this registry: a line has NAME<tab>CODE, and a C header has a name "
                "that ends in .h, .hh, .hpp or .inc",
          path};
}

}  // namespace

struct Registry::Impl {
  std::deque<std::string> files;  // a deque, because entries contain views of these strings
  std::vector<RegistryEntry> entries;
  base::KeyNumbers<std::string_view> names;
  base::KeyNumbers<std::uint32_t> codes;
  EntryChains by_name;
  EntryChains by_code;
  // The combinations of the first entry of a name and a further code, for names that have several codes.
  base::KeyNumbers<std::uint64_t> further_codes;

  void add_all(const std::vector<RegistryEntry>& added) {
    names.reserve(names.size() + added.size());
    codes.reserve(codes.size() + added.size());
    for (const RegistryEntry& entry : added) add(entry);
  }

  void add(const RegistryEntry& entry) {
    const std::size_t known = names.size();
    const std::uint32_t name = names.add(entry.name);
    if (name < known && is_duplicate(by_name.first(name), entry.code)) return;
    by_name.add(name);
    by_code.add(codes.add(entry.code));
    entries.push_back(entry);
  }

  // A hash look-up, because a scan of the entries of a name would be too slow for a name with a million codes.
  bool is_duplicate(std::uint32_t first, std::uint32_t code) {
    if (entries[first].code == code) return true;
    const std::size_t known = further_codes.size();
    return further_codes.add(std::uint64_t{first} << 32 | code) < known;
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
  if (entries && entries->empty()) entries = empty_registry_error(path);
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
