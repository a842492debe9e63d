// The staging area for new files: `.errpress/tmp`. Writing there changes no output, so a run that fails or is killed
// before the commit has changed nothing. A file whose folder exists is staged under its number and renamed over the old
// file; files of missing folders are staged in a tree that is renamed into place as a whole.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/plan.h"
#include "output/snapshot.h"

namespace errpress::output {

// A staged file. With Overwrite::yes it replaces what was seen at its path when that was judged.
struct Waiting {
  std::uint32_t id = 0;
  disk::Overwrite overwrite = disk::Overwrite::no;
  disk::FileInfo seen = {};
};

// Files that could not simply be renamed into place; they are still staged.
struct MoveReport {
  std::vector<Waiting> occupied;      // something exists there that did not when the run began
  std::vector<Waiting> cross_device;  // the destination is on another disk
  std::vector<Waiting> edited;        // something else exists there than what was seen
};

using IsOurs = std::function<bool(std::uint32_t id)>;

class Staging {
 public:
  // Keeps references to all arguments. `disk` may be null as long as nothing is written.
  Staging(const std::unique_ptr<disk::Disk>& disk, const Plan& plan, const Snapshot& snapshot, const std::string& shown)
      : disk_(disk), plan_(plan), snapshot_(snapshot), shown_(shown) {}

  // Thread-safe for different ids. The first call creates the folders.
  base::Status write(std::uint32_t id, std::string_view bytes);

  // Appends to a file that was staged with write.
  base::Status append(std::uint32_t id, std::string_view bytes);

  // Moves the files into place. Looks at each file just before it is replaced. Whether one that is not as it was seen
  // is still ours is left to `is_ours`; if not, it stays. This and everything below is to be called from one thread,
  // after all writing.
  base::Status move_in(const std::vector<Waiting>& files, const IsOurs& is_ours, MoveReport& report);

  // For a destination on another disk: copies the file to `beside_path` and renames it there. Reports as move_in does.
  base::Status carry_in(const Waiting& file, const IsOurs& is_ours, MoveReport& report);
  std::string beside_path(std::uint32_t id) const;

  // Whether the folder for temporary files may contain anything.
  bool used() const { return used_; }

 private:
  std::string waiting_path(std::uint32_t id) const;
  std::string shown_path(std::uint32_t id) const;
  base::Status make_folders();
  base::Status move_trees(const std::vector<Waiting>& files, std::vector<bool>& moved);
  base::Status loosen(std::uint32_t root);
  bool is_as_seen(const Waiting& file) const;
  base::Status move_file(const Waiting& file, const std::string& from, const IsOurs& is_ours, MoveReport& report);

  const std::unique_ptr<disk::Disk>& disk_;
  const Plan& plan_;
  const Snapshot& snapshot_;
  const std::string& shown_;
  std::mutex making_folders_;                 // not std::call_once, which an exception cannot leave when out of memory
  std::optional<base::Status> folders_made_;  // result of the first write
  bool used_ = false;
};

}  // namespace errpress::output
