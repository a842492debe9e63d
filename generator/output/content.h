// The content of a file, represented by its size and XXH3 hash. Used by the manifest, the build cache and everything
// that checks whether bytes changed. Pure functions except for reading; thread-safe.
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

// The hash is base::hash_of(bytes).
Content content_of(std::string_view bytes);

// The content of the file at `path`. At most 1 MiB of the file is in memory at a time. Fails as Disk::read does.
std::error_code content_of_file(const disk::Disk& disk, std::string_view path, Content& content);

}  // namespace errpress::output
