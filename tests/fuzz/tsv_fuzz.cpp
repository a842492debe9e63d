// libFuzzer target: registries as tab-separated lines. Any bytes give entries or an error with its place; every entry's
// span is its name; the entries printed as lines are read as the same entries.
#include <fmt/format.h>

#include "base/name.h"
#include "corpus/registry_tsv.h"
#include "fuzz/require.h"

using namespace errpress;
using fuzz::require;

namespace {

constexpr corpus::FileId kFile = 7;

std::string printed(const std::vector<corpus::RegistryEntry>& entries, const corpus::Families& families) {
  std::string text;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const corpus::RegistryEntry& entry = entries[i];
    // Both ways to write a code, and both line ends.
    text +=
        i % 2 == 0 ? fmt::format("{}\t{}", entry.name, entry.code) : fmt::format("{}\t0x{:X}", entry.name, entry.code);
    if (entry.family != corpus::kNoFamily) text += fmt::format("\t{}", families.name(entry.family));
    text += i % 3 == 0 ? "\r\n" : "\n";
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  corpus::Families families;
  const auto entries = corpus::read_tsv(bytes, "codes.tsv", kFile, families);
  if (!entries) {
    require(entries.error().path == "codes.tsv", "an error names the file");
    require(entries.error().line != 0, "an error has a line");
    fuzz::require_sound(entries.error(), bytes, fuzz::kAnyLineEnd);
    return 0;
  }
  for (const corpus::RegistryEntry& entry : *entries) {
    require(base::is_name(entry.name), "an entry's name is a name");
    require(entry.location.file == kFile, "an entry lies in the file");
    require(entry.location.span.of(bytes) == entry.name, "an entry's span is its name");
    require(fuzz::is_inside(entry.name, bytes), "entries are views of the bytes");
    require(entry.family < families.size(), "a family has an id");
  }
  const std::string again = printed(*entries, families);
  const auto same = corpus::read_tsv(again, "again.tsv", kFile, families);
  require(same.ok(), "printed entries are read");
  require(same->size() == entries->size(), "printed entries are as many");
  for (std::size_t i = 0; i < entries->size(); ++i) {
    const corpus::RegistryEntry& a = (*entries)[i];
    const corpus::RegistryEntry& b = (*same)[i];
    require(a.name == b.name && a.code == b.code && a.family == b.family, "printed entries are read as the same");
  }
  return 0;
}
