// An output folder during one run: the one place that writes, replaces and removes outputs. `errpress build` opens it
// with the paths that it means to write, puts or keeps each of them, and finishes.
//
// What always holds, whenever the process dies (kill -9; not a power cut: nothing is synced to the platter):
// - Every output is whole: its old bytes or its new ones. Nothing is replaced before all new bytes are on disk.
// - Only files that hold what errpress wrote, by the manifest, are replaced or removed. Whatever else stands at a
//   planned path is an Error, unless the options allow to write over it; whatever else stands elsewhere stays.
// - Only outputs of the targets of this run are removed; a run of all targets removes those of former targets, too.
// - The next run removes what this one left half done, and comes to the same result as if it had been the first.
// put and keep may be called from several threads at once, for different numbers.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "disk/disk.h"
#include "output/content.h"
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
  // Mode::write makes the folder if need be and locks it; see RunOptions::notice for what it does while another run is
  // writing there. Fails on a plan with faults (plan.h), a damaged manifest, and where a link, a folder or anything
  // else that cannot be replaced stands at a planned path. The request gives every output its number: its index.
  static base::Result<std::unique_ptr<OutputFolder>> open(const std::string& folder, const RunOptions& options,
                                                          Request request);
  // The same on a disk that the caller brings; `shown` is the folder as errors name it.
  static base::Result<std::unique_ptr<OutputFolder>> open(std::unique_ptr<disk::Disk> disk, const std::string& shown,
                                                          const RunOptions& options, Request request);
  // Without a successful finish: forgets what was put, all outputs stay as they were.
  ~OutputFolder();

  // Whether another run was waited for: what was known of the sources and of this folder before may be out of date.
  bool waited() const { return waited_; }

  // The output is to hold `bytes`. Fails when the disk does. That something is in the way is found here and reported by
  // finish.
  base::Status put(std::uint32_t id, std::string_view bytes);

  // The same for an output that is too long for memory: `write` sends its bytes piece by piece to the sink that it is
  // given. What an error of `write` says is what put_pieces says.
  using PieceSink = std::function<void(std::string_view)>;
  base::Status put_pieces(std::uint32_t id, const std::function<base::Status(const PieceSink&)>& write);

  // The output is known to hold `content` and to be current. False, and nothing kept, when it is not there or the
  // manifest has another hash for it: then it must be put.
  bool keep(std::uint32_t id, const Content& content);

  // Puts all in place, removes orphans and writes the manifest; or in Mode::check says what would happen. A path that
  // was neither put nor kept stays as it is. Fails, with nothing changed, when files are in the way or a put failed; a
  // disk that fails halfway through leaves a state from which the next run goes on. To be called once, by one thread.
  base::Result<Summary> finish();

  // What an output that was put or kept holds.
  const Content& content(std::uint32_t id) const { return outputs_[id].content; }
  // What the manifest holds after finish.
  const Content& manifest() const { return manifest_.content(); }

 private:
  friend class PiecewisePut;
  OutputFolder(std::unique_ptr<disk::Disk> disk, const std::string& shown, const RunOptions& options, Scope scope,
               Plan plan);
  base::Status start();
  void give_up();
  base::Status lock_folder();
  std::error_code lock();
  base::Status look_around();
  std::string shown_path(std::string_view path) const { return shown_ + '/' + std::string(path); }

  std::unique_ptr<disk::Disk> disk_;  // none in Mode::check of a folder that does not exist
  const std::string shown_;
  const RunOptions options_;
  const Scope scope_;
  const Plan plan_;
  ManifestFile manifest_;
  Snapshot snapshot_;
  Outputs outputs_;
  Staging staging_;
  bool made_folder_ = false;   // by this run
  bool made_private_ = false;  // by this run
  bool waited_ = false;
  bool committed_ = false;
};

}  // namespace errpress::output
