// What a file holds, as far as it takes to tell two contents apart: size and XXH3 hash. Used by the manifest, the build
// cache and whoever asks whether bytes changed. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace errpress::output {

struct Content {
  std::uint64_t size = 0;
  std::uint64_t hash = 0;
  friend bool operator==(const Content&, const Content&) = default;
};

// The hash is text::hash_of(bytes).
Content content_of(std::string_view bytes);

}  // namespace errpress::output
