#include <fmt/format.h>

#include <algorithm>

#include "commands/build_memory.h"
#include "commands/commands.h"
#include "commands/console.h"
#include "commands/print_pass.h"
#include "commands/print_plan.h"
#include "lint/rules.h"
#include "output/disk.h"
#include "render/identifier.h"
#include "text/hash.h"

namespace errpress::commands {

namespace {

struct BuildSettings {
  Config config;
  AnalysisInput analysis;
  std::string out;
  std::vector<render::Target> targets;
  std::vector<std::string> unused;  // see LoadedTargets
  lint::Severity fail_on = lint::Severity::warning;
};

// The targets of the command line, with the options that the configuration has for them; else the configuration's.
std::vector<TargetChoice> chosen_targets(const BuildOptions& options, const Config& config) {
  if (options.targets.empty()) return config.targets;
  std::vector<TargetChoice> chosen;
  for (const std::string& name : options.targets) {
    TargetChoice choice{name, {}};
    for (const TargetChoice& known : config.targets) {
      if (known.name == name) choice = known;
    }
    chosen.push_back(std::move(choice));
  }
  return chosen;
}

text::Status check_targets(const std::vector<std::string>& names) {
  for (std::size_t i = 1; i < names.size(); ++i) {
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(names.begin(), end, names[i]) != end)
      return text::Error{fmt::format("target `{}` is given twice", names[i])};
  }
  return text::Done{};
}

text::Result<BuildSettings> read_settings(const BuildOptions& options) {
  BuildSettings settings;
  if (auto status = check_targets(options.targets); !status) return status.error();
  auto config = load_config(options.isolated);
  if (!config) return config.error();
  settings.config = std::move(*config);
  const auto threshold = fail_on(options.fail_on, settings.config);
  if (!threshold) return threshold.error();
  settings.fail_on = *threshold;
  settings.out = !options.out.empty() ? options.out : settings.config.out.value_or("out");
  auto input = analysis_input(settings.config, options.corpus, options.registries, options.jobs);
  if (!input) return input.error();
  settings.analysis = std::move(*input);
  settings.analysis.excluded = settings.out;
  settings.analysis.hash_content = true;
  settings.analysis.keep_parses = true;
  const std::string templates = !options.templates.empty() ? options.templates : settings.config.templates.value_or("");
  auto loaded = load_targets(chosen_targets(options, settings.config), templates);
  if (!loaded) return loaded.error();
  settings.targets = std::move(loaded->targets);
  settings.unused = std::move(loaded->unused);
  return settings;
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} file{} {}", count, count == 1 ? "" : "s", what);
}

// "out: 5 files written, 1 file removed, 8 files unchanged".
std::string describe(const std::string& out, const output::Summary& summary) {
  const std::size_t written = summary.created.size() + summary.updated.size();
  std::string text = fmt::format("{}: ", out);
  if (written != 0 || summary.removed.empty()) text += counted(written, "written");
  if (!summary.removed.empty()) text += (written != 0 ? ", " : "") + counted(summary.removed.size(), "removed");
  if (!summary.unchanged.empty()) text += ", " + counted(summary.unchanged.size(), "unchanged");
  text += '\n';
  for (const std::string_view path : summary.left_alone) {
    text += fmt::format("{}/{}: no longer printed, but changed since errpress wrote it; left in place\n", out, path);
  }
  return text;
}

int report_stale(const std::string& out, const output::Summary& summary) {
  for (const auto path : summary.created) print(stdout, fmt::format("missing: {}/{}\n", out, path));
  for (const auto path : summary.updated) print(stdout, fmt::format("changed: {}/{}\n", out, path));
  for (const auto path : summary.removed) print(stdout, fmt::format("orphaned: {}/{}\n", out, path));
  for (const auto path : summary.in_the_way) print(stdout, fmt::format("not ours: {}/{}\n", out, path));
  if (!flush(stdout)) return fail({"cannot write to standard output"});
  if (summary.up_to_date()) {
    print(stderr, fmt::format("{}: up to date\n", out));
    return kClean;
  }
  const std::size_t in_the_way = summary.in_the_way.size();
  const std::size_t stale = summary.created.size() + summary.updated.size() + summary.removed.size() + in_the_way;
  const char* advice =
      in_the_way == 0 ? "run `errpress build`" : "move away what is not ours, then run `errpress build`";
  print(stderr, stale == 0 ? fmt::format("{}: the manifest is not up to date; {}\n", out, advice)
                           : fmt::format("{}: {} not up to date; {}\n", out, counted(stale, stale == 1 ? "is" : "are"),
                                         advice));
  return kFindings;
}

// A hash of all but the articles that decides what is printed and reported.
std::uint64_t recipe_of(const BuildSettings& settings, const Sources& sources) {
  std::string all = fmt::format("{}\n{}\n", version(), sources.fingerprint);
  for (const auto& path : settings.analysis.registries) all += path + '\n';
  for (const auto& root : settings.analysis.roots) all += root + '\n';
  for (const auto& target : settings.targets) all += fmt::format("{} {}\n", target.name(), target.fingerprint());
  for (const lint::Rule* rule : lint::rules()) {
    all += fmt::format("{} ", static_cast<int>(settings.analysis.lint.severity(*rule)));
  }
  for (const auto& names : settings.config.aliases) all += fmt::format("\n{}", fmt::join(names, " "));
  return text::hash_of(all);
}

// What stops a build, besides failures.
bool refused(const BuildSettings& settings, const BuildOptions& options, const lint::Counts& counts) {
  if (!options.strict || counts.at_or_above(settings.fail_on) == 0) return false;
  print(stderr, fmt::format("nothing was written: --strict, and there are findings of severity {} or above\n",
                            lint::to_string(settings.fail_on)));
  return true;
}

// A title whose numbers differ has no code to print, even where no rule says so.
bool has_title_without_code(const Analysis& analysis, const Sources& sources) {
  for (const corpus::Facts& article : analysis.index.articles()) {
    if (!article.has_title || !article.code().mismatched()) continue;
    print(stderr,
          fmt::format("{}:1: nothing was written: the two numbers of the title differ (`hex-mismatch` is off)\n",
                      sources.files[article.file].path));
    return true;
  }
  return false;
}

// One run of `errpress build`, once it is known that there is something to do.
class Build {
 public:
  Build(const BuildOptions& options, const BuildSettings& settings, const Sources& sources, BuildMemory& memory,
        std::uint64_t recipe)
      : options_(options), settings_(settings), sources_(sources), memory_(memory), recipe_(recipe) {}

  int run() {
    const std::int64_t started = output::file_clock_now();
    const Analysis analysis = analyse(sources_, settings_.analysis);
    const std::string report = print_text_report(sources_, analysis, stderr);
    if (lint::blocked(analysis.diagnostics)) {
      print(stderr, "nothing was written: findings marked \"blocks output\" in `errpress rule` come first\n");
      return kFindings;
    }
    if (refused(settings_, options_, analysis.counts) || has_title_without_code(analysis, sources_)) return kFindings;
    return print_outputs(analysis, report, started);
  }

 private:
  int print_outputs(const Analysis& analysis, const std::string& report, std::int64_t started) {
    const render::FindingsIndex findings(analysis.diagnostics, sources_.files.size());
    const render::Catalogue catalogue(analysis.index, render::kDefaultPrefix);
    const auto plan = plan_outputs(settings_.targets, analysis, sources_, catalogue);
    if (!plan) return fail(plan.error());
    auto folder = output::OutputFolder::open(settings_.out, options_.check ? output::Mode::check : output::Mode::write,
                                             plan->paths);
    if (!folder) return fail(folder.error());

    std::vector<std::uint64_t> contexts;
    contexts.reserve(catalogue.entries.size());
    for (const auto& entry : catalogue.entries) contexts.push_back(article_context(analysis, entry, findings));
    const unsigned threads = settings_.analysis.threads;
    memory_.look_at_outputs(threads);
    const PrintInput input{sources_, analysis, catalogue, findings, *plan, memory_, contexts, threads};
    if (auto status = print_all(input, **folder); !status) return fail(status.error());
    const auto summary = (*folder)->finish();
    if (!summary) return fail(summary.error());
    if (options_.check) return report_stale(settings_.out, *summary);
    print(stderr, describe(settings_.out, *summary));
    if (auto status = remember(input, **folder, report, started); !status) return fail(status.error());
    return kClean;
  }

  text::Status remember(const PrintInput& input, const output::OutputFolder& folder, std::string_view report,
                        std::int64_t started) const {
    constexpr std::size_t kLongestReport = std::size_t{16} << 20;
    const lint::Counts& counts = input.analysis.counts;
    output::CacheContents cache;
    cache.recipe = recipe_;
    cache.started = started;
    cache.manifest = folder.manifest();
    if (report.size() <= kLongestReport) cache.report = report;
    cache.counts = {input.analysis.index.articles().size(), counts.errors, counts.warnings, counts.infos};
    for (std::size_t i = 0; i < input.analysis.stamps.size(); ++i) {
      const auto file = sources_.first_article + static_cast<corpus::FileId>(i);
      cache.sources.push_back({sources_.files[file].path, input.analysis.stamps[i], input.analysis.content[i]});
    }
    for (std::size_t entry = 0; entry < input.contexts.size(); ++entry) {
      cache.sources[input.catalogue.entries[entry].article].context = input.contexts[entry];
    }
    for (std::uint32_t file = 0; file < input.plan.paths.size(); ++file) {
      const auto entry = input.plan.entry_of(file);
      const std::uint32_t source = entry ? input.catalogue.entries[*entry].article : output::kNoSource;
      cache.outputs.push_back({input.plan.paths[file], folder.content(file), source});
    }
    return output::BuildCache::save(settings_.out, cache);
  }

  const BuildOptions& options_;
  const BuildSettings& settings_;
  const Sources& sources_;
  BuildMemory& memory_;
  std::uint64_t recipe_;
};

// The last build said it all; says it again.
int repeat(const BuildOptions& options, const BuildSettings& settings, const output::BuildCache& last) {
  print_remembered_report(last.report().value_or(""), stderr);
  const auto& counts = last.counts();
  if (refused(settings, options, {counts.errors, counts.warnings, counts.infos})) return kFindings;
  print(stderr, fmt::format("{}: up to date\n", settings.out));
  return kClean;
}

}  // namespace

int run_build(const BuildOptions& options) {
  const auto settings = read_settings(options);
  if (!settings) return fail(settings.error());
  for (const std::string& note : settings->unused) print(stderr, note + '\n');
  const auto sources = find_sources(settings->analysis);
  if (!sources) return fail(sources.error());

  const std::uint64_t recipe = recipe_of(*settings, *sources);
  BuildMemory memory(settings->out, recipe);
  if (memory.nothing_to_do(*sources, settings->analysis.threads)) return repeat(options, *settings, memory.last());
  return Build(options, *settings, *sources, memory, recipe).run();
}

}  // namespace errpress::commands
