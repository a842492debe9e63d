// Collects what rules find, at most kMost findings of one rule in one file: an article of a million odd lines must not
// become a million findings. Used by the linter, which hands it to each rule. Not thread-safe: each thread has its own.
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

  // Adds a finding of the current rule. `fill`, a void(Diagnostic&), is called at once to write its message, label,
  // notes and so on; it must not add another finding. Past kMost findings of the rule in the file it is not called: the
  // finding is only counted, and the last one kept says in a note how many more there are. So rules add whatever they
  // find.
  template <typename Fill>
  void add(corpus::Location location, Fill fill) {
    add(location, {}, std::move(fill));
  }

  // The same for a finding that puts claims in other places in doubt (Diagnostic::disputed). Where the rule disputes
  // claims, all places are kept even if the finding is not.
  template <typename Fill>
  void add(corpus::Location location, std::vector<corpus::Location> disputed, Fill fill) {
    if (Diagnostic* kept = keep(location, std::move(disputed))) fill(*kept);
  }

  // What is added from here on is a finding of `rule`, which must outlive the calls.
  void begin_rule(const Rule& rule, Severity severity);
  // All findings so far, in the order in which they were added.
  std::vector<Diagnostic> take();

 private:
  // How often the current rule fired in a file, and which finding was the last kept.
  struct Tally {
    std::size_t count = 0;
    std::size_t last = 0;
  };

  std::vector<Diagnostic> diagnostics_;
  std::unordered_map<corpus::FileId, Tally> tallies_;
  const Rule* rule_ = nullptr;
  Severity severity_ = Severity::error;

  // The new finding; nullptr where the file has its most. Valid until the next call.
  Diagnostic* keep(corpus::Location location, std::vector<corpus::Location> disputed);
  void end_rule();
};

}  // namespace errpress::lint
