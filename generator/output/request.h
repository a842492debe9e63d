// The input of a run for an output folder: the files to write, the targets that they come from, and whether files that
// errpress did not write may be replaced. Value types.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "disk/disk.h"

namespace errpress::output {

// `check` changes nothing on disk: it finds out what `write` would do. It takes no lock, so it should not run
// concurrently with a run that writes.
enum class Mode : std::uint8_t { write, check };

// The number of a file is its index in `paths`.
struct Request {
  Request() = default;
  Request(std::vector<std::string> files) : paths(std::move(files)) {}
  Request(std::initializer_list<std::string> files) : paths(files) {}

  std::vector<std::string> paths;
  std::vector<std::string> targets;      // the names of all targets of this run, including those without files
  std::vector<std::uint32_t> target_of;  // for each path, an index into `targets`; empty if the paths have no targets
  std::vector<disk::FileStamp> inputs;   // of all files that this run reads (input_files.h)
};

// Conditions of the lock that the user should know about: another run holds it, or the disk does not support locks, so
// that concurrent runs are not prevented.
enum class LockState : std::uint8_t { busy, unsupported };
// Returns whether to continue. Called repeatedly while another run holds the lock.
using LockNotice = std::function<bool(LockState)>;

struct RunOptions {
  RunOptions(Mode chosen) : mode(chosen) {}

  Mode mode;
  // Whether the run includes all targets of the folder. A run of some targets leaves the outputs of the others alone; a
  // run of all targets also removes the outputs of targets that no longer exist.
  bool all_targets = true;
  // Whether files at planned paths may be replaced if they were changed since errpress wrote them.
  bool overwrite_changed = false;
  // Like overwrite_changed, and also for regular files at planned paths that are not in the manifest. A damaged
  // manifest is treated as missing.
  bool take_over = false;
  // A run waits for another one as long as this returns true; without it, the run fails instead of waiting.
  LockNotice notice = {};
};

}  // namespace errpress::output
