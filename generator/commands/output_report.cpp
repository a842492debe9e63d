#include "commands/output_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "commands/commands.h"
#include "commands/console.h"

namespace errpress::commands {

namespace {

using Paths = std::vector<std::string_view>;

std::string files(std::size_t count, std::string_view what) {
  return fmt::format("{} {}", base::counted(count, "file", "files"), what);
}

// Prints a line for each path, up to kMaxShown.
void print_first(const std::string& out, const Paths& paths, std::string_view what) {
  constexpr std::size_t kMaxShown = 50;
  for (std::size_t i = 0; i < std::min(paths.size(), kMaxShown); ++i)
    print_line(stderr, fmt::format("{}/{}: {}", out, paths[i], what));
  if (paths.size() > kMaxShown) print_line(stderr, fmt::format("{}: and {} more", out, paths.size() - kMaxShown));
}

void list(const std::string& out, const Paths& paths, std::string_view what) {
  for (const std::string_view path : paths) print_line(stdout, fmt::format("{}: {}/{}", what, out, path));
}

// Advice on files that are not up to date.
std::string advice(const output::Summary& summary) {
  std::string steps;
  if (!summary.in_the_way.empty()) steps += "move away what is not ours, then ";
  if (!summary.changed.empty()) steps += "move what was edited into the articles or templates, then ";
  steps += "run `errpress build`";
  if (!summary.taken_over.empty() || summary.manifest_damaged)
    steps += " with --take-over";
  else if (!summary.changed.empty() || !summary.replaced.empty())
    steps += " with --overwrite-changed";
  return steps;
}

void advise_on_line_ends(const std::string& out, std::size_t count) {
  print_line(stderr,
             fmt::format("{}: {} only in line ends, as git converts them; `-text` for the folder in .gitattributes "
                         "keeps them unchanged",
                         out, files(count, count == 1 ? "differs" : "differ")));
}

}  // namespace

void print_written(const std::string& out, const output::Summary& summary) {
  const std::size_t written = summary.created.size() + summary.updated.size() + summary.line_ends.size() +
                              summary.replaced.size() + summary.taken_over.size();
  std::string text = fmt::format("{}: ", out);
  if (written != 0 || summary.removed.empty()) text += files(written, "written");
  if (!summary.removed.empty()) text += (written != 0 ? ", " : "") + files(summary.removed.size(), "removed");
  if (!summary.unchanged.empty()) text += ", " + files(summary.unchanged.size(), "unchanged");
  print_line(stderr, text);
  print_first(out, summary.replaced, "was changed since errpress wrote it; replaced");
  print_first(out, summary.taken_over, "was not written by errpress, or its manifest was lost; replaced");
  print_first(out, summary.removed, "no longer rendered; removed");
  print_first(out, summary.inputs, "the manifest lists it, but this build reads it; left in place");
  print_first(out, summary.left_alone, "no longer rendered, but changed since errpress wrote it; left in place");
}

int report_stale(const std::string& out, const output::Summary& summary) {
  list(out, summary.created, "missing");
  list(out, summary.updated, "changed");
  list(out, summary.taken_over, "taken over");
  list(out, summary.line_ends, "line ends");
  list(out, summary.replaced, "replaced");
  list(out, summary.changed, "edited");
  list(out, summary.removed, "orphaned");
  list(out, summary.in_the_way, "not ours");
  list(out, summary.left_alone, "left alone");
  list(out, summary.inputs, "an input");
  if (summary.up_to_date()) {
    print_line(stderr, fmt::format("{}: up to date", out));
    return finish_output(kClean, "the list of stale files");
  }
  const std::size_t stale = summary.created.size() + summary.updated.size() + summary.taken_over.size() +
                            summary.line_ends.size() + summary.replaced.size() + summary.changed.size() +
                            summary.removed.size() + summary.in_the_way.size() + summary.left_alone.size() +
                            summary.inputs.size();
  if (stale == 0)
    print_line(stderr, fmt::format("{}: the manifest is not up to date; {}", out, advice(summary)));
  else
    print_line(stderr,
               fmt::format("{}: {} not up to date; {}", out, files(stale, stale == 1 ? "is" : "are"), advice(summary)));
  if (!summary.line_ends.empty()) advise_on_line_ends(out, summary.line_ends.size());
  return finish_output(kFindings, "the list of stale files");
}

}  // namespace errpress::commands
