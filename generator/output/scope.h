// The manifest lines that a run is responsible for: those of its targets, or all; and the build cache of such runs.
// Const use is thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/manifest.h"
#include "output/request.h"

namespace errpress::output {

class Scope {
 public:
  // A run of all targets.
  Scope() = default;
  Scope(const std::vector<std::string>& targets, bool all_targets);
  // Of a request, only the targets are used.
  Scope(const Request& request, bool all_targets);

  // Whether this is a run of all targets, which is responsible for every line.
  bool all() const { return all_; }

  // Whether the path of these lines, which must all have the same path, may be removed if it is not planned. Temporary
  // files always may be; lines without a target are covered by runs of all targets only.
  bool covers(std::span<const ManifestLine> lines) const;

  // Whether these lines, of one planned path, are of other targets only. Lines without a target are anyone's.
  bool is_of_others(std::span<const ManifestLine> lines) const;

  // The target of a planned file as the manifest spells it: letters, digits, '_', '-', '.' and '%'; "" for none.
  std::string_view target_of(std::size_t id) const;

  // Hash of the lines in the text of a manifest that are of the targets of this run. nullopt if the text is not as
  // errpress writes it, or damaged.
  std::optional<std::uint64_t> hash_of_own(std::string_view manifest) const;

  // The path of the build cache below the output folder: runs of different targets, or of the same in another order,
  // have different ones, so that builds of single targets do not discard each other's.
  std::string cache_path() const;

 private:
  bool is_of_run(std::string_view target) const;

  std::vector<std::string> targets_;
  std::vector<std::uint32_t> target_of_;
  bool all_ = true;
};

}  // namespace errpress::output
