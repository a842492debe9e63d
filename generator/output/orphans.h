// Orphans are files that an earlier run wrote and this run does not: finds those that errpress still owns, and removes
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/input_files.h"
#include "output/manifest.h"
#include "output/plan.h"
#include "output/scope.h"

namespace errpress::output {

enum class Verdict : std::uint8_t {
  gone,    // no file of ours exists any more
  remove,  // it holds what we wrote
  leave,   // changed or replaced by someone else, or reached through a link: no longer ours
  input,   // this run reads it: never ours to remove
};

struct Orphan {
  std::string_view path;  // a view into the manifest
  Verdict verdict = Verdict::leave;
  disk::FileStamp seen = {};  // before it was read; for Verdict::remove
  bool removed = false;       // by this run, or perhaps by an earlier one that did not finish
};

// All paths of the manifest that are in scope and not planned, in order. Reads each of these files. A file that cannot
// be read gets Verdict::leave.
std::vector<Orphan> find_orphans(disk::Disk& disk, const Manifest& manifest, const Plan& plan, const Scope& scope,
                                 const InputFiles& inputs);

// Whether a folder will be gone once the orphans are removed: it and the folders in it contain nothing but files that
// find_orphans gives Verdict::remove, and the manifest lists something below each of them. An empty folder is somebody
// else's, unless the last run was `interrupted`. No paths below `folder` may be planned.
bool holds_only_orphans(disk::Disk& disk, const Manifest& manifest, const Plan& plan, const Scope& scope,
                        const InputFiles& inputs, const std::string& folder, bool interrupted);

// Removes the orphans with Verdict::remove, and sets Orphan::removed. One that changed since it was judged stays and
// gets Verdict::leave. `shown` is the name of the output folder in error messages.
base::Status remove_orphans(disk::Disk& disk, std::vector<Orphan>& orphans, const std::string& shown);

// Removes the folders that are empty because orphans were removed from them (Orphan::removed), and then their parents,
// if they are empty for the same reason. An empty folder that somebody else made stays.
void remove_emptied_folders(disk::Disk& disk, const std::vector<Orphan>& orphans);

}  // namespace errpress::output
