#include "driver/build.h"

#include <utility>

#include "disk/disk.h"
#include "driver/build_fingerprint.h"
#include "output/upkeep.h"
#include "render/dependency_hash.h"
#include "render/identifier.h"

namespace errpress::driver {

namespace {

std::vector<std::string> names_of(const std::vector<render::Target>& targets) {
  std::vector<std::string> names;
  names.reserve(targets.size());
  for (const render::Target& target : targets) names.push_back(target.name());
  return names;
}

output::Scope scope_of(const BuildInput& input) { return {names_of(input.targets), input.options.all_targets}; }

output::Request make_request(const std::vector<render::Target>& targets, const RenderPlan& plan) {
  output::Request request(plan.paths);
  request.targets = names_of(targets);
  request.target_of.reserve(plan.paths.size());
  for (std::uint32_t file = 0; file < plan.paths.size(); ++file) {
    request.target_of.push_back(static_cast<std::uint32_t>(plan.output_of(file).target - targets.data()));
  }
  return request;
}

std::vector<std::uint64_t> dependency_hashes(const Analysis& analysis, const render::PublishedArticles& published,
                                             const render::FindingsIndex& findings) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(published.entries.size());
  for (const auto& entry : published.entries) {
    hashes.push_back(render::dependency_hash(analysis.index, entry, findings));
  }
  return hashes;
}

}  // namespace

base::Result<Build> Build::begin(BuildInput input) {
  auto sources = find_sources(input.analysis);
  if (!sources) return sources.error();
  const std::uint64_t fingerprint =
      build_fingerprint(input.version, input.options.all_targets, input.analysis, *sources, input.targets);
  return Build(std::move(input), std::move(*sources), fingerprint);
}

Build::Build(BuildInput input, Sources sources, std::uint64_t fingerprint)
    : input_(std::move(input)),
      sources_(std::move(sources)),
      fingerprint_(fingerprint),
      memory_(input_.out, scope_of(input_), fingerprint) {}

const Analysis& Build::analyse() {
  started_ = disk::file_clock_now();
  analysis_.emplace(driver::analyse(sources_, input_.analysis));
  return *analysis_;
}

Build::Planned::Planned(const Analysis& analysis, const Sources& sources)
    : findings(analysis.diagnostics, sources.files.size()), published(analysis.index, render::kDefaultPrefix) {}

void Build::keep_up() const {
  if (input_.options.mode == output::Mode::check) return;
  output::keep_up(input_.out, memory_.last(), kSourceBase, input_.analysis.threads);
}

// The stamps of all files that were read.
std::vector<disk::FileStamp> Build::input_stamps() const {
  std::vector<disk::FileStamp> stamps;
  stamps.reserve(sources_.files.size() + input_.settings.size() + 1);
  const auto add = [&](const std::string& path) {
    if (auto stamp = disk::stamp_file(path)) stamps.push_back(*stamp);
  };
  for (corpus::FileId file = 0; file < sources_.files.size(); ++file) {
    const bool was_read = file < sources_.article_count && analysis_->stamps[file] != disk::FileStamp();
    was_read ? stamps.push_back(analysis_->stamps[file]) : add(sources_.files[file].path);
  }
  if (!input_.analysis.dialect.empty()) add(input_.analysis.dialect);
  for (const std::string& path : input_.settings) add(path);
  return stamps;
}

base::Result<bool> Build::open(const Notice& notice) {
  planned_.emplace(*analysis_, sources_);
  auto plan = plan_outputs(input_.targets, *analysis_, sources_, planned_->published);
  if (!plan) return plan.error();
  planned_->plan = std::move(*plan);
  std::optional<output::LockState> noted;
  const auto wait = [&](output::LockState state) {
    if (noted != state && notice) notice(state);
    noted = state;
    return !input_.analysis.is_cancelled();
  };
  output::RunOptions options = input_.options;
  options.notice = wait;
  output::Request request = make_request(input_.targets, planned_->plan);
  request.inputs = input_stamps();
  auto folder = output::OutputFolder::open(input_.out, options, std::move(request));
  if (input_.analysis.is_cancelled()) return base::Error{"interrupted; nothing was written"};
  if (!folder) return folder.error();
  folder_ = std::move(*folder);
  return folder_->waited();
}

base::Result<output::Summary> Build::write(const BuildReport& report) {
  const auto& [findings, published, plan] = *planned_;
  const std::vector<std::uint64_t> hashes = dependency_hashes(*analysis_, published, findings);
  memory_.check_outputs(input_.analysis.threads);
  const RenderInput rendered{sources_, *analysis_, published, findings, plan, memory_, hashes, input_.analysis};
  if (auto status = render_all(rendered, *folder_); !status) return status.error();
  auto summary = folder_->finish();
  if (!summary || input_.options.mode == output::Mode::check) return summary;
  if (auto status = remember(rendered, report); !status) cache_failure_ = status.error();
  return summary;
}

base::Status Build::remember(const RenderInput& rendered, const BuildReport& report) const {
  const lint::Counts& counts = analysis_->counts;
  output::CacheContents cache;
  cache.build_fingerprint = fingerprint_;
  cache.started = started_;
  cache.manifest = folder_->manifest();
  cache.own_lines = folder_->own_lines();
  cache.report = report.text;
  cache.report_has_colour = report.has_colour;
  cache.counts = {sources_.article_count, counts.errors, counts.warnings, counts.infos};
  for (corpus::FileId file = 0; file < sources_.article_count; ++file) {
    cache.sources.push_back({sources_.files[file].path, analysis_->stamps[file], analysis_->content[file]});
  }
  const auto& entries = rendered.published.entries;
  for (std::size_t entry = 0; entry < entries.size(); ++entry) {
    cache.sources[entries[entry].article].dependency_hash = rendered.dependency_hashes[entry];
  }
  for (std::uint32_t file = 0; file < rendered.plan.paths.size(); ++file) {
    const auto entry = rendered.plan.entry_of(file);
    const std::uint32_t source = entry ? entries[*entry].article : output::kNoSource;
    cache.outputs.push_back({rendered.plan.paths[file], folder_->content(file), source});
  }
  return output::BuildCache::save(input_.out, cache, scope_of(input_));
}

}  // namespace errpress::driver
