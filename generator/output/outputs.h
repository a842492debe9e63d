// The planned outputs during one run: what the manifest had for each, and what became of it.
// Different outputs may be changed by several threads at once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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
  unchanged,  // it holds what it is to hold
  // To be written:
  created,
  updated,
  line_ends,   // only its line ends change
  replaced,    // over what somebody changed, which the run's options allow
  taken_over,  // over what is not in the manifest, which the run's options allow
  // Not to be written:
  changed,            // somebody changed it since errpress wrote it
  in_the_way,         // something that is not ours stands there
  folder_in_the_way,  // a folder
  failed,             // the disk did
};

inline bool is_written(State state) { return state >= State::created && state <= State::taken_over; }
inline bool is_refused(State state) { return state >= State::changed && state <= State::folder_in_the_way; }

struct Output {
  Content content;  // what it is to hold, once it was put or kept
  std::uint32_t first_line = 0;
  std::uint32_t line_count = 0;
  State state = State::untouched;
};

class Outputs {
 public:
  // Keeps references to all of them.
  Outputs(const Plan& plan, const Scope& scope, const Manifest& manifest, const RunOptions& options);

  // Finds the lines of all outputs. Returns, for every planned folder, whether the manifest has a file of its name that
  // goes if it is ours.
  std::vector<bool> match_manifest();
  // Refuses what can be refused before any bytes are known.
  void check_places(const Snapshot& snapshot);

  Output& operator[](std::size_t id) { return outputs_[id]; }
  const Output& operator[](std::size_t id) const { return outputs_[id]; }

  // What the manifest has for it.
  std::span<const ManifestLine> lines_of(std::size_t id) const;
  // What becomes of an output whose place holds something.
  State state_over(Holding holding) const;

  // Those with a state for which `is` says yes, in the order of their paths.
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

  // The lines of all paths that are ours, or that other targets' runs answer for, when this run has ended well.
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
