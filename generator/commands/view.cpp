#include "commands/commands.h"
#include "commands/console.h"
#include "commands/input_warnings.h"
#include "commands/left_out.h"
#include "driver/article_reader.h"
#include "render/identifier.h"
#include "render/views_json.h"

namespace errpress::commands {

int run_view(const ViewOptions& options) {
  const auto config = load_config(options.isolated);
  if (!config) return fail(config.error());
  auto input = analysis_input(*config, options.paths, options.registries, 0);
  if (!input) return fail(input.error());
  input->allow_empty = options.allow_empty;
  const auto sources = driver::find_sources(*input);
  if (!sources) return fail(sources.error());
  print_registry_gaps(*sources);

  const driver::Analysis analysis = driver::analyse(*sources, *input);
  if (const auto status = driver::check_readable(analysis, *input); !status) return fail(status.error());
  print_undeclared_families(*sources, analysis);
  const render::FindingsIndex findings(analysis.diagnostics, sources->files.size());
  const render::PublishedArticles published(analysis.index, render::kDefaultPrefix);
  driver::ArticleReader reader(*sources, analysis, findings);
  const auto status = render::write_views(
      published, [&](const auto& entry) { return reader.read(entry); },
      [](std::string_view text) { print_json(stdout, text); });
  if (!status) return fail(status.error());
  print(stderr, left_out_text(analysis, *sources));
  return finish_output(analysis.unreadable.empty() ? kClean : kFindings, "the views");
}

}  // namespace errpress::commands
