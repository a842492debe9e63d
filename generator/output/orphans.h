// Files that an earlier run wrote and this one does not: which of them are still ours to remove, and removing them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/manifest.h"
#include "output/plan.h"
#include "output/scope.h"

namespace errpress::output {

enum class Verdict : std::uint8_t {
  gone,    // nothing of ours is there any more
  remove,  // it holds what we wrote
  leave,   // somebody changed or replaced it, or it is reached through a link: it is theirs now
};

struct Orphan {
  std::string_view path;  // a view into the manifest
  Verdict verdict = Verdict::leave;
};

// All paths of the manifest that are in scope and not planned, in order. Reads each of these files. A file that cannot
// be read is left.
std::vector<Orphan> find_orphans(disk::Disk& disk, const Manifest& manifest, const Plan& plan, const Scope& scope);

// Removes those with Verdict::remove. `shown` is the output folder as errors name it.
base::Status remove_orphans(disk::Disk& disk, const std::vector<Orphan>& orphans, const std::string& shown);

// Removes the folders that orphans stood in which are no more, and their parents, as far as they are empty. An orphan
// that was gone already may have been removed by a run that was killed before it came to the folder.
void remove_emptied_folders(disk::Disk& disk, const std::vector<Orphan>& orphans);

}  // namespace errpress::output
