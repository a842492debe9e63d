// An output folder during one run: the one place that writes, replaces and removes outputs. `errpress build` opens it
// with the paths that it means to write, puts or keeps each of them, and finishes.
//
// What always holds, whenever the process dies (kill -9; not a power cut: nothing is synced to the platter):
// - Every output is whole: its old bytes or its new ones. Nothing is replaced before all new bytes are on disk.
// - Only files that errpress wrote, by the manifest, are replaced or removed; a file in the way is an Error.
// - The next run removes what this one left half done, and comes to the same result as if it had been the first.
// put and keep may be called from several threads at once, for different numbers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/content.h"
#include "output/manifest.h"
#include "output/orphans.h"
#include "output/plan.h"
#include "output/snapshot.h"
#include "output/staging.h"

namespace errpress::output {

// `check` touches nothing on disk: it finds out what `write` would do. It takes no lock, so it should not run beside
// one that writes.
enum class Mode : std::uint8_t { write, check };

// What a run did, or in Mode::check would do. Paths are relative to the folder, in the order of their bytes, and are
// views that are valid as long as the OutputFolder is.
struct Summary {
  std::vector<std::string_view> created;    // check: they are missing
  std::vector<std::string_view> updated;    // check: they hold other bytes
  std::vector<std::string_view> unchanged;  // put with the bytes that were there, or kept
  std::vector<std::string_view> removed;    // check: an earlier run wrote them, this one would not
  // The same, but changed by somebody since: they stay, and are no longer ours.
  std::vector<std::string_view> left_alone;
  std::vector<std::string_view> in_the_way;  // check only: not ours, and not what we would write; write gives an Error
  // The manifest itself was, or would be, rewritten. Worth a word only when all the rest is up to date: then it was
  // lost or changed by somebody.
  bool manifest_changed = false;

  bool up_to_date() const;
};

class OutputFolder {
 public:
  // Mode::write makes the folder if need be and locks it. Fails on a plan with faults (plan.h), a damaged manifest, a
  // folder that another run is writing to, and where a link, a folder or anything else that cannot be replaced stands
  // at a planned path. `planned` gives every output its number: its index.
  static base::Result<std::unique_ptr<OutputFolder>> open(const std::string& folder, Mode mode,
                                                          std::vector<std::string> planned);
  // The same on a disk that the caller brings; `shown` is the folder as errors name it.
  static base::Result<std::unique_ptr<OutputFolder>> open(std::unique_ptr<disk::Disk> disk, const std::string& shown,
                                                          Mode mode, std::vector<std::string> planned);
  // Without a successful finish: forgets what was put, all outputs stay as they were.
  ~OutputFolder();

  // The output is to hold `bytes`. Fails when the disk does. That something is in the way is found here and reported by
  // finish.
  base::Status put(std::uint32_t id, std::string_view bytes);

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
  const Content& manifest() const { return manifest_content_; }

 private:
  enum class State : std::uint8_t { untouched, created, updated, unchanged, in_the_way, failed };
  struct Output {
    Content content;
    std::uint32_t first_line = 0;  // its lines in the manifest
    std::uint32_t line_count = 0;
    State state = State::untouched;
    bool owned() const { return line_count != 0; }
  };

  OutputFolder(std::unique_ptr<disk::Disk> disk, const std::string& shown, Mode mode, Plan plan);
  base::Status start();
  void give_up();
  base::Status take_over();
  base::Status load_manifest();
  std::vector<bool> match_manifest();
  base::Status check_places();

  bool anything_to_do(const std::vector<Orphan>& orphans) const;
  base::Status refuse(const std::vector<Orphan>& orphans) const;
  base::Status apply(const std::vector<Orphan>& orphans);
  std::string text_ahead() const;
  base::Status move_in();
  base::Status own_beside(const std::vector<Waiting>& files);
  void resolve_occupied(const std::vector<Waiting>& occupied);
  base::Status refusal() const;
  std::vector<ManifestLine> new_lines() const;
  base::Status write_manifest(std::string text);
  Summary summarise(const std::vector<Orphan>& orphans) const;
  std::string shown_path(std::string_view path) const { return shown_ + '/' + std::string(path); }

  std::unique_ptr<disk::Disk> disk_;  // none in Mode::check of a folder that does not exist
  const std::string shown_;
  const Mode mode_;
  const Plan plan_;
  Manifest old_;
  std::string manifest_text_;  // what the file holds now
  Content manifest_content_;
  bool manifest_changed_ = false;
  Snapshot snapshot_;
  Staging staging_;
  std::vector<Output> outputs_;
  bool made_folder_ = false;   // by this run
  bool made_private_ = false;  // by this run
  bool committed_ = false;
};

}  // namespace errpress::output
