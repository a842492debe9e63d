// Which findings put a name or code of an article in doubt, by article: what a view needs to mark it. Made from the
// diagnostics of a whole corpus, which it points into. Const, thread-safe.
#pragma once

#include <span>
#include <vector>

#include "corpus/article_summary.h"
#include "lint/diagnostic.h"

namespace errpress::render {

// `span` is the finding's own place, or another place that takes part in it (`own` is false then). The place of a
// finding that is not listed comes with one like it (`listed` is false then). Builds compare all of it to find out what
// has to be printed again (commands/build_memory.cpp).
struct Dispute {
  base::Span span;
  const lint::Diagnostic* diagnostic = nullptr;
  bool own = true;
  bool listed = true;
};

class FindingsIndex {
 public:
  // `files` is how many files there are. The diagnostics must outlive the index.
  FindingsIndex(std::span<const lint::Diagnostic> diagnostics, std::size_t files);

  // The disputes of one file, in order of place.
  std::span<const Dispute> of(corpus::FileId file) const;

 private:
  std::vector<std::size_t> begins_;  // one more than files
  std::vector<Dispute> disputes_;
};

}  // namespace errpress::render
