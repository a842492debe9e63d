// What stood at the planned paths when a run began: every folder is listed once, no file is looked at on its own.
// Value; const use is thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/plan.h"

namespace errpress::output {

inline constexpr std::uint32_t kFolderExists = 0xFFFFFFFF;

struct Snapshot {
  std::vector<disk::Kind> files;  // by planned number
  // By planned folder: the topmost of its parents that is missing (itself, if its parent is there), or kFolderExists.
  std::vector<std::uint32_t> missing_from;

  bool exists(std::uint32_t folder) const { return missing_from[folder] == kFolderExists; }
};

// `freed[folder]` says that a file of ours stands where that folder is wanted: it counts as missing, the file will go.
// `shown` is the output folder as errors name it. Fails where a link, or a file that is not ours, stands in a folder's
// place: links are never followed to write somewhere else. With no disk, nothing exists but the output folder itself.
base::Result<Snapshot> take_snapshot(disk::Disk* disk, const Plan& plan, const std::vector<bool>& freed,
                                     const std::string& shown);

}  // namespace errpress::output
