// The manifest lines that a run is responsible for: those of its targets, or all. Const use is thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/manifest.h"
#include "output/request.h"

namespace errpress::output {

class Scope {
 public:
  Scope(const Request& request, bool all_targets);

  // Whether this is a run of all targets, which is responsible for every line.
  bool all() const { return all_; }

  // Whether the path of these lines, which must all have the same path, may be removed if it is not planned. Temporary
  // files always may be; lines without a target are covered by runs of all targets only.
  bool covers(std::span<const ManifestLine> lines) const;

  // The target of a planned file as the manifest spells it: letters, digits, '_', '-', '.' and '%'; "" for none.
  std::string_view target_of(std::size_t id) const;

 private:
  std::vector<std::string> targets_;
  std::vector<std::uint32_t> target_of_;
  bool all_;
};

}  // namespace errpress::output
