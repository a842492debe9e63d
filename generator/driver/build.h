// The passes of `errpress build`, in their order: find_sources and what the last build left (begin), the index pass
// (analyse), then rendering and committing (write). The caller decides between them whether to go on, and shows what
// was found. Not thread-safe; every pass uses threads of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "driver/analysis.h"
#include "driver/build_memory.h"
#include "driver/render_pass.h"
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

// The report of a build as the next one shows it again where there is nothing to do.
struct BuildReport {
  std::string plain;
  std::string colour;
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

  // Renders all outputs, puts them in place and remembers the build; in Mode::check finds out what that would change.
  // The summary's paths are valid as long as this object.
  base::Result<output::Summary> write(const BuildReport& report);

 private:
  Build(BuildInput input, Sources sources, std::uint64_t fingerprint);
  base::Status remember(const RenderInput& rendered, const BuildReport& report) const;

  BuildInput input_;
  Sources sources_;
  std::uint64_t fingerprint_;  // of everything but the articles that decides what is rendered and reported
  BuildMemory memory_;
  std::int64_t started_ = 0;  // disk::file_clock_now() before the first article was read
  std::optional<Analysis> analysis_;
  std::unique_ptr<output::OutputFolder> folder_;
};

}  // namespace errpress::driver
