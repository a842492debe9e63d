// Where new bytes wait until a run is settled: `.errpress/tmp`. Writing there touches no output, so a run that fails or
// dies before it settles has changed nothing. A file whose folder is there waits under its number and is renamed over
// the old one; files of a folder that is not there yet wait in a copy of the tree, which is renamed into place as a
// whole.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "output/disk.h"
#include "output/plan.h"
#include "output/survey.h"
#include "text/result.h"

namespace errpress::output {

// A file that waits, and whether something of ours is there to be replaced.
struct Waiting {
  std::uint32_t id = 0;
  Overwrite overwrite = Overwrite::no;
};

// Files that could not simply be renamed into place; they still wait.
struct MoveReport {
  std::vector<Waiting> taken;  // something stands there that was not there when the run began
  std::vector<Waiting> far;    // the place is on another disk
};

class Staging {
 public:
  // Keeps references to all of them. The disk may be none as long as nothing is written.
  Staging(Disk* disk, const Plan& plan, const Survey& survey, const std::string& shown)
      : disk_(disk), plan_(plan), survey_(survey), shown_(shown) {}

  // Thread-safe, for different numbers. The first call makes the folders.
  text::Status write(std::uint32_t id, std::string_view bytes);

  // The rest is for one thread, after all writing.
  text::Status move_in(const std::vector<Waiting>& files, MoveReport& report);

  // A file on another disk: it is copied to `beside_path` and renamed there. Reports as move_in does.
  text::Status carry_in(Waiting file, MoveReport& report);
  std::string beside_path(std::uint32_t id) const;

  // Whether anything may be in the folder for temporary files.
  bool used() const { return used_; }

 private:
  std::string waiting_path(std::uint32_t id) const;
  std::string shown_path(std::uint32_t id) const;
  text::Status make_folders();
  text::Status move_trees(const std::vector<Waiting>& files, std::vector<bool>& moved);
  text::Status loosen(std::uint32_t root);
  text::Status move_file(Waiting file, const std::string& from, MoveReport& report);

  Disk* disk_;
  const Plan& plan_;
  const Survey& survey_;
  const std::string& shown_;
  std::once_flag once_;
  text::Status folders_made_ = text::Done{};
  bool used_ = false;
};

}  // namespace errpress::output
