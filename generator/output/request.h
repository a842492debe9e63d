// What a run asks of an output folder: the files that it means to write, the targets that they come from, and what it
// may do to files that errpress did not write. Value types.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace errpress::output {

// `check` touches nothing on disk: it finds out what `write` would do. It takes no lock, so it should not run beside
// one that writes.
enum class Mode : std::uint8_t { write, check };

// Every file has a number: its index in `paths`. A path that is given without a target belongs to none.
struct Request {
  Request() = default;
  Request(std::vector<std::string> files) : paths(std::move(files)) {}
  Request(std::initializer_list<std::string> files) : paths(files) {}

  std::vector<std::string> paths;
  std::vector<std::string> targets;      // the names of all targets of this run, also of those without files
  std::vector<std::uint32_t> target_of;  // by path: an index into `targets`; empty where no path has a target
};

// Why the lock of an output folder is worth a message: another run holds it, or the disk cannot lock, so that nothing
// keeps two runs apart.
enum class LockState : std::uint8_t { busy, unsupported };
// Whether to go on. While another run holds the lock it is asked again and again.
using LockNotice = std::function<bool(LockState)>;

struct RunOptions {
  RunOptions(Mode chosen) : mode(chosen) {}

  Mode mode;
  // Whether these are all targets that the folder is for. A run of some leaves alone what the others wrote; a run of
  // all removes what targets wrote that are no more.
  bool all_targets = true;
  // Whether files at planned paths may be replaced though they were changed since errpress wrote them.
  bool overwrite_changed = false;
  // The same, and also regular files at planned paths that are not in the manifest. A damaged manifest counts as none.
  bool take_over = false;
  // A run waits for another one as long as this is for it, and fails where there is none.
  LockNotice notice = {};
};

}  // namespace errpress::output
