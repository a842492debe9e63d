// An output folder during one run: the only code that writes, replaces and removes outputs. `errpress build` opens it
// with the planned paths, puts or keeps each of them, and calls finish.
//
// What always holds, even if the process is killed at any time (but not after a power failure: nothing is synced):
// - Every output holds either its old bytes or its new ones. Nothing is replaced before all new bytes are written.
// - Only files that hold what errpress wrote, according to the manifest, are replaced or removed. Anything else at a
//   planned path is an Error, unless the options allow overwriting it; anything else at other paths is left alone.
// - No file that the run reads (Request::inputs) is replaced or removed.
// - Only outputs of the targets of this run are removed; a run of all targets also removes those of former targets.
// - The next run cleans up after an incomplete one, and produces the same result as if it had been the first.
// put and keep may be called from several threads at once for different ids.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/content.h"
#include "output/input_files.h"
#include "output/manifest_file.h"
#include "output/outputs.h"
#include "output/plan.h"
#include "output/request.h"
#include "output/scope.h"
#include "output/snapshot.h"
#include "output/staging.h"
#include "output/summary.h"

namespace errpress::output {

class OutputFolder {
 public:
  // Mode::write creates the folder if needed and locks it; see RunOptions::notice for what it does while another run
  // holds the lock. Fails on an invalid plan (plan.h), on a damaged manifest, and if a link, a folder or anything else
  // that cannot be replaced is at a planned path. The id of an output is its index in the request.
  static base::Result<std::unique_ptr<OutputFolder>> open(const std::string& folder, const RunOptions& options,
                                                          Request request);
  // The same on a given disk; `shown` is the name of the folder in error messages.
  static base::Result<std::unique_ptr<OutputFolder>> open(std::unique_ptr<disk::Disk> disk, const std::string& shown,
                                                          const RunOptions& options, Request request);
  // Without a successful finish, discards what was put: all outputs stay as they were.
  ~OutputFolder();

  // Whether `open` waited for another run: earlier information about the sources and this folder may be out of date.
  bool waited() const { return waited_; }

  // Sets the bytes of an output. Fails if the disk does. A conflict with an existing file is detected here and reported
  // by finish.
  base::Status put(std::uint32_t id, std::string_view bytes);

  // The same for an output that is too large for memory: `write` sends its bytes in chunks to the sink it is given. An
  // error of `write` is returned.
  using PieceSink = std::function<void(std::string_view)>;
  base::Status put_pieces(std::uint32_t id, const std::function<base::Status(const PieceSink&)>& write);

  // Keeps an output that is known to be current and to hold `content`. Returns false and does nothing if the file does
  // not exist or the manifest has another hash for it; then it must be put.
  bool keep(std::uint32_t id, const Content& content);

  // Moves all outputs into place, removes orphans and writes the manifest; in Mode::check only returns what would be
  // done. A path that was neither put nor kept stays as it is. Fails without changing anything if files are in the way
  // or a put failed; if the disk fails halfway, the next run recovers. To be called once, from one thread.
  base::Result<Summary> finish();

  // The content of an output that was put or kept.
  const Content& content(std::uint32_t id) const { return outputs_[id].content; }
  // The content of the manifest after finish.
  const Content& manifest() const { return manifest_.content(); }
  // Scope::hash_of_own of the manifest after finish, for a run of some targets; 0 for a run of all.
  std::uint64_t own_lines() const;

 private:
  friend class PiecewisePut;
  // How the folder was opened: by its path, so that it can be opened again, and which folders this run made for it: the
  // output folder and those that contain it, the innermost first.
  struct Origin {
    bool by_path = false;
    std::vector<std::string> made;
  };
  static base::Result<std::unique_ptr<OutputFolder>> open(std::unique_ptr<disk::Disk> disk, const std::string& shown,
                                                          const RunOptions& options, Request request, Origin origin);
  OutputFolder(std::unique_ptr<disk::Disk> disk, const std::string& shown, const RunOptions& options, Scope scope,
               InputFiles inputs, Plan plan);
  base::Status start();
  void give_up();
  base::Status lock_folder();
  std::error_code make_private();
  std::error_code try_lock();
  std::error_code lock();
  base::Status look_around();
  void free_folders();
  State state_of(const Output& output, Holding holding) const;
  std::string shown_path(std::string_view path) const { return shown_ + '/' + std::string(path); }

  std::unique_ptr<disk::Disk> disk_;  // none in Mode::check of a folder that does not exist
  const std::string shown_;
  const RunOptions options_;
  const Scope scope_;
  const InputFiles inputs_;
  const Plan plan_;
  ManifestFile manifest_;
  Snapshot snapshot_;
  Outputs outputs_;
  Staging staging_;
  Origin origin_;
  bool made_private_ = false;  // by this run
  bool locked_ = false;
  bool waited_ = false;
  bool committed_ = false;
  bool interrupted_ = false;  // the last run, or this one, began to change outputs and did not finish
};

}  // namespace errpress::output
