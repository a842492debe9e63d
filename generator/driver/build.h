// The passes of `errpress build`, in their order: find_sources and what the last build left (begin), the index pass
// (analyse), the output folder (open), then rendering and committing (write). The caller decides between them whether
// to go on, and shows what was found. Not thread-safe; every pass uses threads of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "driver/analysis.h"
#include "driver/build_memory.h"
#include "driver/render_pass.h"
#include "driver/render_plan.h"
#include "output/output_folder.h"
#include "render/target.h"

namespace errpress::driver {

struct BuildInput {
  AnalysisInput analysis;
  std::vector<render::Target> targets;
  std::string out;      // the output folder
  std::string version;  // of the program: another one renders everything again
  output::RunOptions options = output::Mode::write;
};

// The report of a build, which the next one shows again if there is nothing to do.
struct BuildReport {
  std::string text;
  bool has_colour = false;
};

class Build {
 public:
  static base::Result<Build> begin(BuildInput input);

  // Whether the last build had the same input and its outputs are untouched. No article is read for it.
  bool nothing_to_do() const { return memory_.nothing_to_do(sources_, input_.analysis.threads); }
  // What that build left; only where there is nothing to do.
  const output::BuildCache& last() const { return memory_.last(); }

  const Sources& sources() const { return sources_; }
  // To be called once, before write.
  const Analysis& analyse();

  // Where there is nothing to do, and this is not Mode::check: see output/upkeep.h.
  void keep_up() const;

  // Plans the outputs and opens the output folder. In Mode::write that locks it, and another build that is writing
  // there is waited for, after one `notice`. True where it was: articles and cache may have changed, so begin again.
  using Notice = std::function<void(output::LockState)>;
  base::Result<bool> open(const Notice& notice);

  // Renders all outputs, puts them in place and remembers the build; in Mode::check finds out what that would change.
  // To be called after `open`. The summary's paths are valid as long as this object.
  base::Result<output::Summary> write(const BuildReport& report);
  // Why the build could not be remembered, where it could not: it has written all outputs, but the next one will not
  // know of it.
  const std::optional<base::Error>& cache_failure() const { return cache_failure_; }

 private:
  Build(BuildInput input, Sources sources, std::uint64_t fingerprint);
  base::Status remember(const RenderInput& rendered, const BuildReport& report) const;

  // What the outputs are made from, besides the articles. It points into analysis_.
  struct Planned {
    Planned(const Analysis& analysis, const Sources& sources);
    render::FindingsIndex findings;
    render::PublishedArticles published;
    RenderPlan plan;
  };

  BuildInput input_;
  Sources sources_;
  std::uint64_t fingerprint_;  // of everything but the articles that decides what is rendered and reported
  BuildMemory memory_;
  std::int64_t started_ = 0;  // disk::file_clock_now() before the first article was read
  std::optional<Analysis> analysis_;
  std::optional<Planned> planned_;
  std::unique_ptr<output::OutputFolder> folder_;
  std::optional<base::Error> cache_failure_;
};

}  // namespace errpress::driver
