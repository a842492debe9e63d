// Prints what a registry made of headers holds, for real_headers.py: a line NAME <tab> CODE <tab> FAMILY <tab> NUMBER
// of the file for each entry, and a line ? <tab> NAME for each macro that was not understood.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "corpus/registry_header.h"

using namespace errpress;

int main(int count, char** paths) {
  std::vector<corpus::RegistryFile> files;
  for (int i = 1; i < count; ++i) {
    std::ifstream file(paths[i], std::ios::binary);
    if (!file) {
      fmt::print(stderr, "{}: cannot be read\n", paths[i]);
      return 1;
    }
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    files.push_back({std::move(bytes), paths[i], static_cast<corpus::FileId>(i - 1)});
  }
  std::vector<corpus::HeaderInput> inputs;
  for (const corpus::RegistryFile& file : files) inputs.push_back({file.bytes, file.file});
  for (const corpus::HeaderContent& content : corpus::read_headers(inputs)) {
    for (const std::string_view name : content.not_understood) fmt::print("?\t{}\n", name);
  }
  corpus::Registry registry;
  if (const auto status = registry.add_all(std::move(files)); !status) {
    fmt::print(stderr, "{}\n", to_string(status.error()));
    return 1;
  }
  for (const corpus::RegistryEntry& entry : registry.entries()) {
    fmt::print("{}\t{}\t{}\t{}\n", entry.name, entry.code, registry.families().name(entry.family), entry.location.file);
  }
  return 0;
}
