// For each article, the findings that dispute one of its names or codes; views mark these. Built from the diagnostics
// of a whole corpus, and points into them. Const, thread-safe.
#pragma once

#include <span>
#include <vector>

#include "corpus/article_summary.h"
#include "lint/diagnostic.h"

namespace errpress::render {

// `span` is the finding's own place, or another place that it involves (then `own` is false). A place whose own finding
// was not listed has a similar finding instead (then `listed` is false). `in_prose` as in lint::DisputedPlace. All
// members are part of the dependency hash (dependency_hash.h).
struct Dispute {
  base::Span span;
  const lint::Diagnostic* diagnostic = nullptr;
  bool own = true;
  bool listed = true;
  bool in_prose = false;
};

class FindingsIndex {
 public:
  // `files` is the number of files. The diagnostics must outlive the index.
  FindingsIndex(std::span<const lint::Diagnostic> diagnostics, std::size_t files);

  // The disputes in one file, ordered by position.
  std::span<const Dispute> of(corpus::FileId file) const;

 private:
  std::vector<std::size_t> begins_;  // one more than files
  std::vector<Dispute> disputes_;
};

}  // namespace errpress::render
