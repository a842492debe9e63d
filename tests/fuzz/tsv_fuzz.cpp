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

std::string printed(const std::vector<corpus::RegistryEntry>& entries) {
  std::string text;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const corpus::RegistryEntry& entry = entries[i];
    // Both ways to write a code, and both line ends.
    text +=
        i % 2 == 0 ? fmt::format("{}\t{}", entry.name, entry.code) : fmt::format("{}\t0x{:X}", entry.name, entry.code);
    if (!entry.kind.empty()) text += fmt::format("\t{}", entry.kind);
    text += i % 3 == 0 ? "\r\n" : "\n";
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  const auto entries = corpus::read_tsv(bytes, "codes.tsv", kFile);
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
    require(fuzz::is_inside(entry.name, bytes) && fuzz::is_inside(entry.kind, bytes), "entries are views of the bytes");
  }
  const std::string again = printed(*entries);
  const auto same = corpus::read_tsv(again, "again.tsv", kFile);
  require(same.ok(), "printed entries are read");
  require(same->size() == entries->size(), "printed entries are as many");
  for (std::size_t i = 0; i < entries->size(); ++i) {
    const corpus::RegistryEntry& a = (*entries)[i];
    const corpus::RegistryEntry& b = (*same)[i];
    require(a.name == b.name && a.code == b.code && a.kind == b.kind, "printed entries are read as the same");
  }
  return 0;
}
