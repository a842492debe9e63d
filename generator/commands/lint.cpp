#include <fmt/format.h>

#include "commands/commands.h"
#include "commands/console.h"
#include "commands/input_warnings.h"
#include "commands/progress_bar.h"

namespace errpress::commands {

int run_lint(const LintOptions& options) {
  auto config = load_config(options.isolated);
  if (!config) return fail(config.error());
  const auto threshold = fail_on(options.fail_on, *config);
  if (!threshold) return fail(threshold.error());
  auto input = analysis_input(*config, options.paths, options.registries, options.jobs);
  if (!input) return fail(input.error());
  input->allow_empty = options.allow_empty;
  const report::Format* format = report::find_format(options.format);
  if (format == nullptr)
    return fail({fmt::format("--format takes {}, not `{}`", report::format_names(), options.format)});

  ProgressBar progress;
  input->progress = progress.callback();
  const auto sources = driver::find_sources(*input);
  if (!sources) return fail(sources.error());
  print_registry_gaps(*sources);
  const driver::Analysis analysis = driver::analyse(*sources, *input);
  progress.erase();
  print_undeclared_families(*sources, analysis);
  print_report(*format, *sources, analysis, stdout);
  if (const auto status = driver::check_readable(analysis, *input); !status) {
    finish_output(kFailed, "the report");
    return fail(status.error());
  }
  return finish_output(analysis.counts.at_or_above(*threshold) == 0 ? kClean : kFindings, "the report");
}

}  // namespace errpress::commands
