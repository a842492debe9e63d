// Applies the outputs that were put to the disk. The order of the steps ensures the guarantees of output_folder.h:
// first the manifest lists all contents that each path may hold during the commit, then the files are changed, then the
// manifest lists what they hold. Not thread-safe.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/manifest_file.h"
#include "output/orphans.h"
#include "output/outputs.h"
#include "output/plan.h"
#include "output/snapshot.h"
#include "output/staging.h"

namespace errpress::output {

class Commit {
 public:
  // Keeps references to all arguments. `shown` is the name of the output folder in error messages.
  Commit(disk::Disk& disk, const std::string& shown, const Plan& plan, const Snapshot& snapshot, Outputs& outputs,
         std::vector<Orphan>& orphans, ManifestFile& manifest, Staging& staging);

  // Fails before the first change if possible. Outputs whose path turns out to be occupied get State::in_the_way, or
  // State::unchanged if the file already holds the wanted bytes. What someone edited while the run rendered stays: such
  // outputs get State::changed, such orphans Verdict::leave.
  base::Status run();
  // Whether outputs may have been changed.
  bool began() const { return began_; }

 private:
  bool anything_to_do() const;
  base::Status change_files();
  std::vector<ManifestLine> lines_ahead() const;
  base::Status move_in();
  base::Status own_beside(const std::vector<Waiting>& files);
  bool is_ours(std::uint32_t id) const;
  bool holds_wanted(std::uint32_t id) const;
  void resolve_edited(const std::vector<Waiting>& edited);
  void resolve_occupied(const std::vector<Waiting>& occupied);

  disk::Disk& disk_;
  const std::string& shown_;
  const Plan& plan_;
  const Snapshot& snapshot_;
  Outputs& outputs_;
  std::vector<Orphan>& orphans_;
  ManifestFile& manifest_;
  Staging& staging_;
  bool began_ = false;
};

}  // namespace errpress::output
