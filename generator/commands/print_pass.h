// The render pass: prints every planned output into an output folder, articles from several threads at once.
// Called once a build; the threads are its own.
#pragma once

#include "commands/analysis.h"
#include "commands/build_memory.h"
#include "commands/print_plan.h"
#include "output/output_folder.h"
#include "render/corpus_view.h"
#include "render/findings_index.h"
#include "text/result.h"

namespace errpress::commands {

struct PrintInput {
  const Sources& sources;
  const Analysis& analysis;
  const render::Catalogue& catalogue;
  const render::FindingsIndex& findings;
  const PrintPlan& plan;
  const BuildMemory& memory;
  const std::vector<std::uint64_t>& contexts;  // for each entry of the catalogue, its article_context
  unsigned threads = 1;
};

// Puts all files of the plan into `folder`, which was opened with plan.paths, but for those that the memory knows to be
// current, which are kept. The first failure ends it.
text::Status print_all(const PrintInput& input, output::OutputFolder& folder);

}  // namespace errpress::commands
