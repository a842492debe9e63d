// Collects the findings of rules, at most kMost of one rule in one file: an article with a million faulty lines must
// not produce a million findings. Used by the linter, which passes it to each rule. Not thread-safe: each thread has
// its own.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/article_summary.h"
#include "lint/diagnostic.h"

namespace errpress::lint {

struct Rule;

class Findings {
 public:
  static constexpr std::size_t kMost = 20;

  // Adds a finding of the current rule. Calls `fill`, a void(Diagnostic&), immediately to set its message, label, notes
  // and so on; `fill` must not add another finding. After kMost findings of the rule in the file, `fill` is not called:
  // the finding is only counted, and a note of the last one kept says how many more there are. So rules need not limit
  // what they add.
  template <typename Fill>
  void add(DisputedPlace location, Fill fill) {
    add(location, {}, std::move(fill));
  }

  // Adds a finding that puts claims at other locations in doubt (Diagnostic::disputed). If the rule disputes claims,
  // all locations are kept even if the finding is not.
  template <typename Fill>
  void add(DisputedPlace location, std::vector<DisputedPlace> disputed, Fill fill) {
    if (Diagnostic* kept = keep(location, std::move(disputed))) fill(*kept);
  }

  // Makes `rule` the current rule. It must outlive the calls that follow.
  void begin_rule(const Rule& rule, Severity severity);
  // Returns all findings so far, in the order in which they were added, and removes them.
  std::vector<Diagnostic> take();

 private:
  // How many findings the current rule has in a file, and the index of the last one kept.
  struct Tally {
    std::size_t count = 0;
    std::size_t last = 0;
  };

  std::vector<Diagnostic> diagnostics_;
  std::unordered_map<corpus::FileId, Tally> tallies_;
  const Rule* rule_ = nullptr;
  Severity severity_ = Severity::error;

  // Returns the new finding, or nullptr if the file already has kMost. Valid until the next call.
  Diagnostic* keep(DisputedPlace location, std::vector<DisputedPlace> disputed);
  void end_rule();
};

}  // namespace errpress::lint
