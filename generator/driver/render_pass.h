// The render pass: renders every planned output into an output folder, articles from several threads at once.
// Called once a build; the threads are its own.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "driver/analysis.h"
#include "driver/build_memory.h"
#include "driver/progress.h"
#include "driver/render_plan.h"
#include "output/output_folder.h"
#include "render/corpus_view.h"
#include "render/findings_index.h"

namespace errpress::driver {

struct RenderInput {
  const Sources& sources;
  const Analysis& analysis;
  const render::PublishedArticles& published;
  const render::FindingsIndex& findings;
  const RenderPlan& plan;
  const BuildMemory& memory;
  const std::vector<std::uint64_t>& dependency_hashes;  // for each published article, its render::dependency_hash
  const AnalysisInput& settings;                        // threads, progress, and what cancels the pass
};

// Puts all files of the plan into `folder`, which was opened with plan.paths, but for those that the memory knows to be
// current, which are kept. The first failure ends it, and so does cancelling: as an Error.
base::Status render_all(const RenderInput& input, output::OutputFolder& folder);

}  // namespace errpress::driver
