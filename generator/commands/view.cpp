#include <fmt/format.h>

#include <algorithm>

#include "commands/commands.h"
#include "commands/console.h"
#include "driver/article_reader.h"
#include "lint/rules.h"
#include "render/identifier.h"
#include "render/views_json.h"

namespace errpress::commands {

namespace {

// Reports the articles that are missing from the view because they cannot be read, and returns their number.
std::ptrdiff_t report_unreadable(const driver::Analysis& analysis, const driver::Sources& sources) {
  std::ptrdiff_t count = 0;
  for (const lint::Diagnostic& finding : analysis.diagnostics) {
    if (finding.rule != lint::kUnreadableFile.id) continue;
    fail({finding.message, sources.files[finding.location.file].path});
    ++count;
  }
  return count;
}

// Articles without a title have no name, so they are left out of the view.
void report_untitled(const driver::Analysis& analysis, std::ptrdiff_t unreadable) {
  const auto articles = analysis.index.articles();
  const auto count =
      std::count_if(articles.begin(), articles.end(), [](const auto& summary) { return !summary.has_title; }) -
      unreadable;
  if (count == 0) return;
  print_line(
      stderr,
      fmt::format("errpress: {} left out: no title of the form NAME - DECIMAL (0xHEX); `errpress lint` lists them",
                  count == 1 ? "1 article is" : fmt::format("{} articles are", count)));
}

}  // namespace

int run_view(const ViewOptions& options) {
  const auto config = load_config(options.isolated);
  if (!config) return fail(config.error());
  auto input = analysis_input(*config, options.paths, options.registries, 0);
  if (!input) return fail(input.error());
  input->allow_empty = options.allow_empty;
  const auto sources = driver::find_sources(*input);
  if (!sources) return fail(sources.error());

  const driver::Analysis analysis = driver::analyse(*sources, *input);
  if (const auto status = driver::check_readable(analysis, *input); !status) return fail(status.error());
  const render::FindingsIndex findings(analysis.diagnostics, sources->files.size());
  const render::PublishedArticles published(analysis.index, render::kDefaultPrefix);
  driver::ArticleReader reader(*sources, analysis, findings);
  const auto status = render::write_views(
      published, [&](const auto& entry) { return reader.read(entry); },
      [](std::string_view text) { print_json(stdout, text); });
  if (!status) return fail(status.error());
  const std::ptrdiff_t unreadable = report_unreadable(analysis, *sources);
  report_untitled(analysis, unreadable);
  return finish_output(unreadable == 0 ? kClean : kFindings, "the views");
}

}  // namespace errpress::commands
