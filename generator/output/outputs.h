// The planned outputs during one run: the manifest lines and the state of each. Different outputs may be changed from
// several threads at once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "disk/disk.h"
#include "output/content.h"
#include "output/manifest.h"
#include "output/ownership.h"
#include "output/plan.h"
#include "output/request.h"
#include "output/scope.h"
#include "output/snapshot.h"

namespace errpress::output {

enum class State : std::uint8_t {
  untouched,  // neither put nor kept
  unchanged,  // already holds the wanted bytes
  // To be written:
  created,
  updated,
  line_ends,   // only its line ends change
  replaced,    // was changed by someone; the options allow overwriting it
  taken_over,  // not in the manifest; the options allow overwriting it
  // Not to be written:
  changed,            // was changed since errpress wrote it
  in_the_way,         // something that is not ours exists there
  folder_in_the_way,  // a folder exists there
  of_other_target,    // the manifest lists it for a target that is not of this run
  input,              // a file that this run reads is there
  failed,             // disk error
};

inline bool is_written(State state) { return state >= State::created && state <= State::taken_over; }
inline bool is_refused(State state) { return state >= State::changed && state <= State::input; }

struct Output {
  Content content;  // the wanted content, once it was put or kept
  std::uint32_t first_line = 0;
  std::uint32_t line_count = 0;
  State state = State::untouched;
  disk::FileStamp seen;  // of the file that it replaces, before that was read
};

class Outputs {
 public:
  // Keeps references to all arguments.
  Outputs(const Plan& plan, const Scope& scope, const Manifest& manifest, const RunOptions& options);

  // Finds the manifest lines of all outputs. Returns, for every planned folder, whether the manifest lists a file at
  // its path, which will be removed if it is ours.
  std::vector<bool> match_manifest();
  // Sets the states of outputs that are refused whatever their bytes. What another target wrote is only replaced with
  // take_over, so that runs of single targets do not overwrite each other's files by turns.
  void check_places(const Snapshot& snapshot);

  Output& operator[](std::size_t id) { return outputs_[id]; }
  const Output& operator[](std::size_t id) const { return outputs_[id]; }

  // The manifest lines of an output.
  std::span<const ManifestLine> lines_of(std::size_t id) const;
  // The state of an output, given what exists at its path.
  State state_over(Holding holding) const;

  // The outputs whose state satisfies `is`, ordered by path.
  template <typename Predicate>
  std::vector<std::uint32_t> all_with(Predicate is) const {
    std::vector<std::uint32_t> ids;
    for (const std::uint32_t id : plan_.sorted()) {
      if (is(outputs_[id].state)) ids.push_back(id);
    }
    return ids;
  }

  template <typename Predicate>
  bool any_with(Predicate is) const {
    return std::any_of(outputs_.begin(), outputs_.end(), [&](const Output& output) { return is(output.state); });
  }

  // The manifest lines after a successful run: all paths that are ours, or that runs of other targets are responsible
  // for.
  std::vector<ManifestLine> lines_after() const;

 private:
  std::vector<ManifestLine> planned_lines() const;
  std::vector<ManifestLine> lines_of_others() const;

  const Plan& plan_;
  const Scope& scope_;
  const Manifest& manifest_;
  const RunOptions& options_;
  std::vector<Output> outputs_;
};

}  // namespace errpress::output
