// libFuzzer target: registries as C headers, read together; a byte 0x1E ends one header and begins the next. Any bytes
// give entries in the order of each file, each at its name; the entries printed as plain macros are read as the same
// entries.
#include <fmt/format.h>

#include "base/name.h"
#include "corpus/registry_header.h"
#include "corpus/without_comments.h"
#include "fuzz/require.h"

using namespace errpress;
using fuzz::require;

namespace {

std::vector<std::string> split(std::string_view bytes) {
  std::vector<std::string> headers;
  for (std::size_t end = bytes.find('\x1E'); end != std::string_view::npos; end = bytes.find('\x1E')) {
    headers.emplace_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
  headers.emplace_back(bytes);
  return headers;
}

std::vector<corpus::HeaderContent> read(const std::vector<std::string>& headers) {
  std::vector<corpus::HeaderInput> inputs;
  for (const std::string& header : headers) inputs.push_back({header, static_cast<corpus::FileId>(3 + inputs.size())});
  return corpus::read_headers(inputs);
}

// Checks the entries of one header, and prints them.
std::string checked(const corpus::HeaderContent& content, const std::string& bytes, corpus::FileId file) {
  std::uint32_t end = 0;
  std::string again;
  for (const corpus::RegistryEntry& entry : content.entries) {
    require(base::is_name(entry.name), "an entry's name is a name");
    require(entry.location.file == file && entry.location.span.of(bytes) == entry.name, "an entry's span is its name");
    require(fuzz::is_inside(entry.name, bytes), "entries are views of the bytes");
    require(entry.location.span.begin >= end, "entries are in the order of the file");
    end = entry.location.span.end;
    again += fmt::format("#define {} 0x{:X}\n", entry.name, entry.code);
  }
  for (const std::string_view name : content.not_understood) {
    require(base::is_name(name) && fuzz::is_inside(name, bytes), "what is not understood has a name");
  }
  return again;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> headers = split(fuzz::text_of(data, size));
  const auto contents = read(headers);
  require(contents.size() == headers.size(), "every header has a content");
  std::vector<std::string> again;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    require(corpus::without_comments(headers[i]).size() == headers[i].size(), "offsets stay the same without comments");
    again.push_back(checked(contents[i], headers[i], static_cast<corpus::FileId>(3 + i)));
    for (const auto& [other, entries] : contents[i].builds_on) {
      require(other < headers.size() && other != i && entries > 0, "a header builds on others");
    }
  }
  const auto same = read(again);
  for (std::size_t i = 0; i < headers.size(); ++i) {
    require(same[i].entries.size() == contents[i].entries.size(), "printed entries are as many");
    for (std::size_t e = 0; e < same[i].entries.size(); ++e) {
      const corpus::RegistryEntry& a = same[i].entries[e];
      const corpus::RegistryEntry& b = contents[i].entries[e];
      require(a.name == b.name && a.code == b.code, "printed entries are read as the same");
    }
  }
  return 0;
}
