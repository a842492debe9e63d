// The render pass: renders every planned output into an output folder, with several threads for the articles. Called
// once per build; uses its own threads.
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
  const std::vector<std::uint64_t>& dependency_hashes;  // render::dependency_hash of each published article
  const AnalysisInput& settings;                        // threads, progress and cancellation
};

// Puts all files of the plan into `folder`, which must have been opened with plan.paths; files that `memory` knows to
// be current are kept instead. Stops at the first failure; cancellation is an Error too.
base::Status render_all(const RenderInput& input, output::OutputFolder& folder);

}  // namespace errpress::driver
