// The passes of `errpress build`, in order: find the sources and load the cache of the last build (begin), the index
// pass (analyse), open the output folder (open), render and commit (write). Between passes the caller decides whether
// to continue, and reports the findings. Not thread-safe; the passes use their own threads.
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
  std::string out;                    // the output folder
  std::vector<std::string> settings;  // files that were read besides those of `analysis`: configuration, templates
  std::string version;                // of the program; a different version renders everything again
  output::RunOptions options = output::Mode::write;
};

// The report of a build, which the next build shows again if there is nothing to do.
struct BuildReport {
  std::string text;
  bool has_colour = false;
};

class Build {
 public:
  static base::Result<Build> begin(BuildInput input);

  // Whether the last build had the same input and its outputs are untouched. Reads no articles, except those whose
  // stamps cannot be trusted.
  bool nothing_to_do() const { return memory_.nothing_to_do(sources_, input_.analysis.threads); }
  // The cache of the last build; only valid if nothing_to_do().
  const output::BuildCache& last() const { return memory_.last(); }

  const Sources& sources() const { return sources_; }
  // To be called once, before write.
  const Analysis& analyse();

  // Maintains the output folder (output/upkeep.h) if there is nothing to do and this is not Mode::check.
  void keep_up() const;

  // Plans the outputs and opens the output folder. Mode::write locks it; if another build holds the lock, this calls
  // `notice` once and waits. Returns true if it waited: articles and cache may have changed, so the caller must begin
  // again.
  using Notice = std::function<void(output::LockState)>;
  base::Result<bool> open(const Notice& notice);

  // Renders all outputs, moves them into place and saves the cache; in Mode::check only finds out what that would
  // change. To be called after `open`. The summary's paths are valid as long as this object.
  base::Result<output::Summary> write(const BuildReport& report);
  // The error if the cache could not be saved: all outputs were written, but the next build will not know about it.
  const std::optional<base::Error>& cache_failure() const { return cache_failure_; }

 private:
  Build(BuildInput input, Sources sources, std::uint64_t fingerprint);
  std::vector<disk::FileStamp> input_stamps() const;
  base::Status remember(const RenderInput& rendered, const BuildReport& report) const;

  // The input of the render pass besides the articles. Points into analysis_.
  struct Planned {
    Planned(const Analysis& analysis, const Sources& sources);
    render::FindingsIndex findings;
    render::PublishedArticles published;
    RenderPlan plan;
  };

  BuildInput input_;
  Sources sources_;
  std::uint64_t fingerprint_;  // covers everything except the articles that affects output and report
  BuildMemory memory_;
  std::int64_t started_ = 0;  // disk::file_clock_now() before the first article was read
  std::optional<Analysis> analysis_;
  std::optional<Planned> planned_;
  std::unique_ptr<output::OutputFolder> folder_;
  std::optional<base::Error> cache_failure_;
};

}  // namespace errpress::driver
