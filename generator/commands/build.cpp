#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>

#include "commands/commands.h"
#include "commands/console.h"
#include "commands/input_warnings.h"
#include "commands/interruption.h"
#include "commands/left_out.h"
#include "commands/output_report.h"
#include "commands/progress_bar.h"
#include "driver/build.h"
#include "driver/report_pass.h"

namespace errpress::commands {

namespace {

struct BuildSettings {
  driver::BuildInput input;
  std::vector<std::string> unused_files;  // see LoadedTargets
  lint::Severity fail_on = lint::Severity::warning;
};

// The targets given on the command line, with their options from the configuration; if none are given, the targets of
// the configuration.
std::vector<driver::TargetChoice> chosen_targets(const BuildOptions& options, const Config& config) {
  if (options.targets.empty()) return config.targets;
  std::vector<driver::TargetChoice> chosen;
  for (const std::string& name : options.targets) {
    driver::TargetChoice choice{name, {}};
    for (const driver::TargetChoice& known : config.targets) {
      if (known.name == name) choice = known;
    }
    chosen.push_back(std::move(choice));
  }
  return chosen;
}

base::Status check_targets(const std::vector<std::string>& names) {
  for (std::size_t i = 1; i < names.size(); ++i) {
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(names.begin(), end, names[i]) != end)
      return base::Error{fmt::format("target `{}` is given twice", names[i])};
  }
  return base::Done{};
}

output::RunOptions run_options(const BuildOptions& options) {
  output::RunOptions result = options.check ? output::Mode::check : output::Mode::write;
  result.all_targets = options.targets.empty();
  result.overwrite_changed = options.overwrite_changed;
  result.take_over = options.take_over;
  return result;
}

// The configuration, and the files of the templates folder that the targets were read from. Those that are built in do
// not exist there.
std::vector<std::string> read_files(const Config& config, const std::string& templates,
                                    const std::vector<render::Target>& targets) {
  std::vector<std::string> files;
  if (!config.path.empty()) files.push_back(config.path);
  if (templates.empty()) return files;
  for (const render::Target& target : targets) {
    for (const std::string& file : target.files()) files.push_back(fmt::format("{}/{}", templates, file));
  }
  return files;
}

base::Result<BuildSettings> read_settings(const BuildOptions& options) {
  BuildSettings settings;
  if (auto status = check_targets(options.targets); !status) return status.error();
  const auto config = load_config(options.isolated);
  if (!config) return config.error();
  const auto threshold = fail_on(options.fail_on, *config);
  if (!threshold) return threshold.error();
  settings.fail_on = *threshold;
  auto input = analysis_input(*config, options.corpus, options.registries, options.jobs);
  if (!input) return input.error();
  const std::string templates = !options.templates.empty() ? options.templates : config->templates.value_or("");
  auto loaded = driver::load_targets(chosen_targets(options, *config), templates);
  if (!loaded) return loaded.error();
  settings.unused_files = std::move(loaded->unused_files);
  settings.input.settings = read_files(*config, templates, loaded->targets);
  settings.input.analysis = std::move(*input);
  settings.input.targets = std::move(loaded->targets);
  settings.input.out = !options.out.empty() ? options.out : config->out.value_or("out");
  settings.input.version = version();
  settings.input.options = run_options(options);
  settings.input.analysis.allow_empty = options.allow_empty;
  settings.input.analysis.excluded = settings.input.out;
  settings.input.analysis.hash_content = true;
  settings.input.analysis.cache_parsed = true;
  return settings;
}

// The message if --strict stops the build, or "".
std::string strict_refusal(lint::Severity threshold, const BuildOptions& options, const lint::Counts& counts) {
  if (!options.strict || counts.at_or_above(threshold) == 0) return {};
  return fmt::format("nothing was written: --strict, and there are findings of severity {} or above",
                     lint::to_string(threshold));
}

// A title whose two numbers differ has no code to render, even if no rule reports it.
std::string title_without_code(const driver::Analysis& analysis, const driver::Sources& sources) {
  for (const corpus::ArticleSummary& article : analysis.index.articles()) {
    if (!article.has_title || !article.code().mismatched()) continue;
    return fmt::format("{}:1: nothing was written: the two numbers of the title differ (`hex-mismatch` is off)",
                       sources.files[article.file].path);
  }
  return {};
}

std::string refusal(lint::Severity threshold, const BuildOptions& options, const driver::Analysis& analysis,
                    const driver::Sources& sources) {
  if (const std::size_t count = analysis.counts.blocking; count != 0) {
    return fmt::format("nothing was written: {} output; fix {} first",
                       count == 1 ? "1 finding blocks" : fmt::format("{} findings block", count),
                       count == 1 ? "it" : "them");
  }
  std::string message = strict_refusal(threshold, options, analysis.counts);
  return message.empty() ? title_without_code(analysis, sources) : message;
}

// A build only shows the first findings, because the report is cached for the next build; `errpress lint` shows all.
constexpr std::size_t kMostPlaces = 50;

driver::BuildReport make_report(const driver::Build& build, const driver::Analysis& analysis) {
  const report::Format& text = *report::find_format("text");
  driver::BuildReport report{.text = undeclared_families_text(build.sources(), analysis),
                             .has_colour = wants_colour(stderr)};
  driver::write_report(text, build.sources(), analysis, {.colour = report.has_colour, .max_places = kMostPlaces},
                       [&](std::string_view piece) { report.text += piece; });
  // If their findings block the build, nothing is left out.
  if (analysis.counts.blocking == 0) report.text += left_out_text(analysis, build.sources());
  return report;
}

// Prints the report of the last build again. The report is only rendered again if the colour setting has changed.
int repeat(const BuildOptions& options, const BuildSettings& settings, driver::Build& build, ProgressBar& progress) {
  const output::BuildCache& last = build.last();
  const bool same_form = last.report_has_colour() == wants_colour(stderr);
  const std::string report = same_form ? std::string(last.report()) : make_report(build, build.analyse()).text;
  progress.erase();
  print(stderr, report);
  const auto& counts = last.counts();
  const std::string message = strict_refusal(settings.fail_on, options, {counts.errors, counts.warnings, counts.infos});
  print_line(stderr, message.empty() ? fmt::format("{}: up to date", settings.input.out) : message);
  return message.empty() ? kClean : kFindings;
}

driver::Build::Notice lock_notice(const std::string& out) {
  return [out](output::LockState state) {
    if (state == output::LockState::busy)
      print_line(stderr, fmt::format("errpress: waiting for another errpress that is writing to {}", out));
    if (state == output::LockState::unsupported)
      print_line(stderr,
                 fmt::format("errpress: warning: {}: the disk cannot lock files; run one build at a time", out));
  };
}

int write(const BuildSettings& settings, const driver::BuildReport& report, driver::Build& build,
          ProgressBar& progress) {
  const auto summary = build.write(report);
  progress.erase();
  if (!summary) return fail(summary.error());
  if (settings.input.options.mode == output::Mode::check) return report_stale(settings.input.out, *summary);
  if (build.cache_failure()) {
    print_line(stderr, fmt::format("errpress: warning: {}; the next build will render everything again",
                                   base::to_string(*build.cache_failure())));
  }
  print_written(settings.input.out, *summary);
  return kClean;
}

// The exit code; nullopt if the build must begin again because it waited for another one.
std::optional<int> run(const BuildOptions& options, const BuildSettings& settings, driver::Build& build,
                       ProgressBar& progress) {
  const driver::Analysis& analysis = build.analyse();
  if (settings.input.analysis.is_cancelled()) {
    progress.erase();
    return fail({"interrupted; nothing was written"});
  }
  const driver::BuildReport report = make_report(build, analysis);
  progress.erase();
  const auto readable = driver::check_readable(analysis, settings.input.analysis);
  const std::string message = refusal(settings.fail_on, options, analysis, build.sources());
  const base::Result<bool> waited =
      readable && message.empty() ? build.open(lock_notice(settings.input.out)) : base::Result<bool>(false);
  if (waited && *waited) return std::nullopt;
  print(stderr, report.text);
  if (!readable) return fail(readable.error());
  if (!message.empty()) {
    print_line(stderr, message);
    return kFindings;
  }
  if (!waited) return fail(waited.error());
  return write(settings, report, build, progress);
}

std::optional<int> build_once(const BuildOptions& options, const std::atomic<bool>& cancelled, bool first) {
  auto settings = read_settings(options);
  if (!settings) return fail(settings.error());
  for (const std::string& note : settings->unused_files) {
    if (first) print_line(stderr, note);
  }
  ProgressBar progress;
  settings->input.analysis.progress = progress.callback();
  settings->input.analysis.cancelled = &cancelled;
  auto build = driver::Build::begin(settings->input);
  if (!build) return fail(build.error());
  if (first) print_registry_gaps(build->sources());
  if (!build->nothing_to_do()) return run(options, *settings, *build, progress);
  build->keep_up();
  return repeat(options, *settings, *build, progress);
}

}  // namespace

int run_build(const BuildOptions& options) {
  const Interruption interruption;
  auto code = build_once(options, interruption.requested(), true);
  while (!code) code = build_once(options, interruption.requested(), false);
  interruption.raise_again();
  return *code;
}

}  // namespace errpress::commands
