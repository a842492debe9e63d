// libFuzzer target: registries as C headers. Any bytes give entries in the order of the file, each at its name; the
// entries printed as plain macros are read as the same entries.
#include <fmt/format.h>

#include "base/name.h"
#include "corpus/macro_lines.h"
#include "corpus/registry_header.h"
#include "fuzz/require.h"

using namespace errpress;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  require(corpus::without_comments(bytes).size() == bytes.size(), "offsets stay the same without comments");
  const auto entries = corpus::read_header(bytes, 3);
  std::uint32_t end = 0;
  std::string again;
  for (const corpus::RegistryEntry& entry : entries) {
    require(base::is_name(entry.name), "an entry's name is a name");
    require(entry.location.file == 3 && entry.location.span.of(bytes) == entry.name, "an entry's span is its name");
    require(fuzz::is_inside(entry.name, bytes), "entries are views of the bytes");
    require(entry.location.span.begin >= end, "entries are in the order of the file");
    end = entry.location.span.end;
    again += fmt::format("#define {} 0x{:X}\n", entry.name, entry.code);
  }
  const auto same = corpus::read_header(again, 3);
  require(same.size() == entries.size(), "printed entries are as many");
  for (std::size_t i = 0; i < same.size(); ++i) {
    require(same[i].name == entries[i].name && same[i].code == entries[i].code, "printed entries are read as the same");
  }
  return 0;
}
