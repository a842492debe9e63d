// What existed at the planned paths when a run began. Every folder is listed once; files are not stat'ed one by one.
// Value type; const use is thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/plan.h"

namespace errpress::output {

inline constexpr std::uint32_t kFolderExists = 0xFFFFFFFF;

struct Snapshot {
  std::vector<disk::Kind> files;  // indexed by output number
  // Indexed by folder number: the topmost missing ancestor (the folder itself if its parent exists), or kFolderExists.
  std::vector<std::uint32_t> missing_from;

  bool exists(std::uint32_t folder) const { return missing_from[folder] == kFolderExists; }
};

// `freed[folder]` says that a file of ours is in place of that folder: the folder counts as missing, and the file will
// be removed. `shown` is the name of the output folder in error messages. Fails if a link, or a file that is not ours,
// is in place of a folder: links are never followed to write elsewhere. If `disk` is null, nothing exists but the
// output folder itself.
base::Result<Snapshot> take_snapshot(disk::Disk* disk, const Plan& plan, const std::vector<bool>& freed,
                                     const std::string& shown);

}  // namespace errpress::output
