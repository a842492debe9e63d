#include "corpus/registry_reader.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/file_family.h"
#include "corpus/registry_header.h"
#include "corpus/registry_tsv.h"

namespace errpress::corpus {

namespace {

constexpr std::size_t kMaxNamedMacros = 3;

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

// The families of headers by themselves. A header that builds on others is in their family, unless its own is known.
class HeaderFamilies {
 public:
  HeaderFamilies(const std::vector<const RegistryInput*>& headers, const std::vector<HeaderContent>& contents,
                 Families& families)
      : contents_(contents), families_(families) {
    for (const RegistryInput* header : headers) {
      const bool is_declared = !header->family.empty();
      const std::string name = is_declared ? header->family : file_family(header->path);
      names_.push_back(name);
      // A well-known name gives a family that was known before any file was read.
      known_.push_back(is_declared || is_well_known_file(header->path) ? families.add(name) : kNoFamily);
    }
  }

  // In the order of the headers.
  std::vector<FamilyId> all() {
    while (take_from_known()) {
    }
    for (std::size_t header = 0; header < known_.size(); ++header) {
      if (known_[header] == kNoFamily) known_[header] = families_.add(names_[base_of(header)]);
    }
    return known_;
  }

 private:
  // Gives headers the known family that most of what they build on has; false if there is none left to give.
  bool take_from_known() {
    bool changed = false;
    for (std::size_t header = 0; header < known_.size(); ++header) {
      if (known_[header] != kNoFamily) continue;
      const auto base = base_with([&](std::size_t other) { return known_[other] != kNoFamily; }, header);
      if (!base) continue;
      known_[header] = known_[*base];
      changed = true;
    }
    return changed;
  }

  // The header at the end of the chain of those that build on one another. A chain that is a circle ends anywhere, but
  // at the same place for all in it.
  std::size_t base_of(std::size_t header) const {
    std::vector<bool> seen(known_.size(), false);
    while (!seen[header]) {
      seen[header] = true;
      const auto base = base_with([](std::size_t) { return true; }, header);
      if (!base) return header;
      header = *base;
    }
    std::size_t first = header;
    for (std::size_t at = *base_with([](std::size_t) { return true; }, header); at != header;
         at = *base_with([](std::size_t) { return true; }, at)) {
      first = std::min(first, at);
    }
    return first;
  }

  // The header on which most entries of another one are built, of those that `accept` takes.
  template <typename Accept>
  std::optional<std::size_t> base_with(Accept accept, std::size_t header) const {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (const auto& [other, entries] : contents_[header].builds_on) {
      if (entries <= most || !accept(other)) continue;
      best = other;
      most = entries;
    }
    return best;
  }

  const std::vector<HeaderContent>& contents_;
  Families& families_;
  std::vector<std::string> names_;  // the family by the file's name
  std::vector<FamilyId> known_;
};

class Reader {
 public:
  Reader(const std::vector<RegistryInput>& files, Families& families) : files_(files), families_(families) {}

  base::Result<RegistryContent> read() {
    read_all_headers();
    std::size_t header = 0;
    for (const RegistryInput& file : files_) {
      const base::Status status = is_header(file.path) ? add_header(file, header++) : add_table(file);
      if (!status) return status.error();
    }
    if (content_.entries.empty() && !files_.empty()) return empty_registry_error(files_.front().path);
    return std::move(content_);
  }

 private:
  void read_all_headers() {
    std::vector<const RegistryInput*> headers;
    std::vector<HeaderInput> inputs;
    for (const RegistryInput& file : files_) {
      if (!is_header(file.path)) continue;
      headers.push_back(&file);
      inputs.push_back({file.bytes, file.file});
    }
    if (headers.empty()) return;
    headers_ = read_headers(inputs);
    header_families_ = HeaderFamilies(headers, headers_, families_).all();
  }

  base::Status add_header(const RegistryInput& file, std::size_t number) {
    HeaderContent& header = headers_[number];
    if (header.entries.empty()) {
      if (files_.size() == 1) return empty_registry_error(file.path);
      content_.empty.push_back(file.file);
    }
    if (!header.not_understood.empty()) {
      const std::size_t named = std::min(header.not_understood.size(), kMaxNamedMacros);
      const auto begin = header.not_understood.begin();
      content_.gaps.push_back(
          {file.file, header.not_understood.size(), {begin, begin + static_cast<std::ptrdiff_t>(named)}});
    }
    give_family(header.entries, file, header_families_[number]);
    add(std::move(header.entries));
    return base::Done{};
  }

  base::Status add_table(const RegistryInput& file) {
    base::Result<std::vector<RegistryEntry>> entries = read_tsv(file.bytes, file.path, file.file, families_);
    if (!entries) return entries.error();
    if (entries->empty()) return empty_registry_error(file.path);
    const auto lacks_family = [](const RegistryEntry& entry) { return entry.family == kNoFamily; };
    const bool is_needed = std::any_of(entries->begin(), entries->end(), lacks_family);
    if (!file.family.empty() || is_needed) {
      const FamilyId family = families_.add(file.family.empty() ? file_family(file.path) : file.family);
      give_family(*entries, file, family);
    }
    add(std::move(*entries));
    return base::Done{};
  }

  static void give_family(std::vector<RegistryEntry>& entries, const RegistryInput& file, FamilyId family) {
    const bool is_declared = !file.family.empty();
    for (RegistryEntry& entry : entries) {
      if (is_declared || entry.family == kNoFamily) entry.family = family;
    }
  }

  void add(std::vector<RegistryEntry> entries) {
    if (content_.entries.empty()) {
      content_.entries = std::move(entries);
    } else {
      content_.entries.insert(content_.entries.end(), entries.begin(), entries.end());
    }
  }

  const std::vector<RegistryInput>& files_;
  Families& families_;
  std::vector<HeaderContent> headers_;
  std::vector<FamilyId> header_families_;
  RegistryContent content_;
};

}  // namespace

base::Result<RegistryContent> read_registry(const std::vector<RegistryInput>& files, Families& families) {
  return Reader(files, families).read();
}

}  // namespace errpress::corpus
