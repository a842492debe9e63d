// From what was put to what is on disk. The order of the steps keeps the promises of output_folder.h: first the
// manifest says all contents that a path may hold from now on, then files change, then the manifest says what they
// hold. For one thread.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/manifest_file.h"
#include "output/orphans.h"
#include "output/outputs.h"
#include "output/plan.h"
#include "output/staging.h"

namespace errpress::output {

class Commit {
 public:
  // Keeps references to all of them. `shown` is the output folder as errors name it.
  Commit(disk::Disk& disk, const std::string& shown, const Plan& plan, Outputs& outputs,
         const std::vector<Orphan>& orphans, ManifestFile& manifest, Staging& staging);

  // Fails before the first change where that can be known. Outputs that turn out to be occupied get the state for it.
  base::Status run();

 private:
  bool anything_to_do() const;
  base::Status change_files();
  std::vector<ManifestLine> lines_ahead() const;
  base::Status move_in();
  base::Status own_beside(const std::vector<Waiting>& files);
  void resolve_occupied(const std::vector<Waiting>& occupied);

  disk::Disk& disk_;
  const std::string& shown_;
  const Plan& plan_;
  Outputs& outputs_;
  const std::vector<Orphan>& orphans_;
  ManifestFile& manifest_;
  Staging& staging_;
};

}  // namespace errpress::output
