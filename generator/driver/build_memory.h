// The cached state of the last build of the same targets in an output folder: used to find out that there is nothing to
// do, or to render only the articles that changed or that depend on something that changed. Const use is thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "driver/analysis.h"
#include "output/build_cache.h"
#include "output/output_folder.h"
#include "output/scope.h"

namespace errpress::driver {

// The folder that source paths are relative to: the working directory.
inline constexpr const char* kSourceBase = ".";

class BuildMemory {
 public:
  // `build_fingerprint` is a hash of everything except the articles that affects what is rendered and reported. A cache
  // with a different fingerprint is not used.
  BuildMemory(const std::string& out, const output::Scope& scope, std::uint64_t build_fingerprint);

  // Whether the last build had the same sources, and neither they nor its outputs have changed since.
  bool nothing_to_do(const Sources& sources, unsigned threads) const;
  // The cache of the last build. Only valid if nothing_to_do().
  const output::BuildCache& last() const { return *cache_; }

  // The cached content of the output at `path`, if the file still holds what was rendered from this source with this
  // content and dependency hash; otherwise nullopt.
  std::optional<output::Content> current(std::string_view path, std::string_view source_path, std::uint64_t content,
                                         std::uint64_t dependency_hash) const;
  // Checks all cached outputs against the disk. To be called once, before threads call `current`, which returns nullopt
  // without it.
  void check_outputs(unsigned threads);

 private:
  std::string out_;
  std::optional<output::BuildCache> cache_;
  std::vector<std::uint8_t> outputs_current_;
  std::unordered_map<std::string_view, std::size_t> outputs_;  // by path
};

}  // namespace errpress::driver
