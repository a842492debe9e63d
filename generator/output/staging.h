// Where new bytes wait until a run is settled: `.errpress/tmp`. Writing there touches no output, so a run that fails or
// dies before it settles has changed nothing. A file whose folder is there waits under its number and is renamed over
// the old one; files of a folder that is not there yet wait in a copy of the tree, which is renamed into place as a
// whole.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/plan.h"
#include "output/snapshot.h"

namespace errpress::output {

// A file that waits, and whether something of ours is there to be replaced.
struct Waiting {
  std::uint32_t id = 0;
  disk::Overwrite overwrite = disk::Overwrite::no;
};

// Files that could not simply be renamed into place; they still wait.
struct MoveReport {
  std::vector<Waiting> occupied;      // something stands there that was not there when the run began
  std::vector<Waiting> cross_device;  // the place is on another disk
};

class Staging {
 public:
  // Keeps references to all of them. The disk may be none as long as nothing is written.
  Staging(disk::Disk* disk, const Plan& plan, const Snapshot& survey, const std::string& shown)
      : disk_(disk), plan_(plan), snapshot_(survey), shown_(shown) {}

  // Thread-safe, for different numbers. The first call makes the folders.
  base::Status write(std::uint32_t id, std::string_view bytes);

  // Adds to a file that was written before.
  base::Status append(std::uint32_t id, std::string_view bytes);

  // The rest is for one thread, after all writing.
  base::Status move_in(const std::vector<Waiting>& files, MoveReport& report);

  // A file on another disk: it is copied to `beside_path` and renamed there. Reports as move_in does.
  base::Status carry_in(Waiting file, MoveReport& report);
  std::string beside_path(std::uint32_t id) const;

  // Whether anything may be in the folder for temporary files.
  bool used() const { return used_; }

 private:
  std::string waiting_path(std::uint32_t id) const;
  std::string shown_path(std::uint32_t id) const;
  base::Status make_folders();
  base::Status move_trees(const std::vector<Waiting>& files, std::vector<bool>& moved);
  base::Status loosen(std::uint32_t root);
  base::Status move_file(Waiting file, const std::string& from, MoveReport& report);

  disk::Disk* disk_;
  const Plan& plan_;
  const Snapshot& snapshot_;
  const std::string& shown_;
  std::mutex making_folders_;                 // an exception cannot leave std::call_once without memory
  std::optional<base::Status> folders_made_;  // by the first write
  bool used_ = false;
};

}  // namespace errpress::output
