// What a file holds, as far as it takes to tell two contents apart: size and XXH3 hash. Used by the manifest, the build
// cache and whoever asks whether bytes changed. Pure functions but for reading, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <system_error>

#include "disk/disk.h"

namespace errpress::output {

struct Content {
  std::uint64_t size = 0;
  std::uint64_t hash = 0;
  friend bool operator==(const Content&, const Content&) = default;
};

// The hash is text::hash_of(bytes).
Content content_of(std::string_view bytes);

// That of the file at `path`. No more than 1 MiB of it is in memory. Fails as Disk::read does.
std::error_code content_of_file(const disk::Disk& disk, std::string_view path, Content& content);

}  // namespace errpress::output
