// The content of a file, represented by its size and XXH3 hash. Used by the manifest, the build cache and everything
// that checks whether bytes changed. Pure functions except for reading; thread-safe.
#pragma once

#include <cstdint>
#include <functional>
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

// Gives the bytes of the file at `path` to `take`, at most 1 MiB at a time. Fails as Disk::read_part does.
std::error_code read_pieces(const disk::Disk& disk, std::string_view path,
                            const std::function<void(std::string_view)>& take);

// The content of the file at `path`. At most 1 MiB of the file is in memory at a time. Fails as Disk::read does.
std::error_code content_of_file(const disk::Disk& disk, std::string_view path, Content& content);

}  // namespace errpress::output
