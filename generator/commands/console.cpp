#include "commands/console.h"

#include <algorithm>
#include <cstdlib>

#include "commands/commands.h"
#include "commands/progress.h"
#include "report/palette.h"

namespace errpress::commands {

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

bool flush(std::FILE* stream) { return std::fflush(stream) == 0 && std::ferror(stream) == 0; }

int fail(const text::Error& error) {
  print(stderr, "errpress: " + text::to_string(error) + '\n');
  return kFailed;
}

const char* version() { return ERRPRESS_VERSION; }

namespace {

bool wants_colour(std::FILE* stream) {
  return report::use_colour(is_terminal(stream == stdout ? 1 : 2), std::getenv("NO_COLOR"), std::getenv("TERM"));
}

void write_report(const report::Format& format, const Sources& sources, const Analysis& analysis, bool colour,
                  const report::Sink& sink) {
  report::SourceCache cache(sources.files, [&](corpus::FileId file) -> text::Result<std::string> {
    const KeptText* const kept =
        file < sources.first_article ? nullptr : analysis.texts[file - sources.first_article].get();
    if (kept != nullptr) return kept->bytes;
    return report::SourceCache::read_from_disk(sources.files[file].path);
  });
  const auto articles = analysis.index.articles();
  const report::ReportInput input{
      .diagnostics = analysis.diagnostics,
      .files = sources.files,
      .sources = cache,
      .articles = articles.size(),
      .counts = analysis.counts,
      .article_name = [&](corpus::FileId file) -> std::string_view {
        const std::size_t index = file - sources.first_article;
        return index < articles.size() ? articles[index].name() : std::string_view();
      },
      .colour = colour,
  };
  format.write(input, sink);
}

}  // namespace

void print_report(const report::Format& format, const Sources& sources, const Analysis& analysis, std::FILE* stream) {
  write_report(format, sources, analysis, wants_colour(stream),
               [stream](std::string_view text) { print(stream, text); });
}

std::string print_text_report(const Sources& sources, const Analysis& analysis, std::FILE* stream) {
  std::string report;
  write_report(*report::find_format("text"), sources, analysis, true, [&](std::string_view text) { report += text; });
  print_remembered_report(report, stream);
  return report;
}

void print_remembered_report(std::string_view report, std::FILE* stream) {
  if (wants_colour(stream)) return print(stream, report);
  // Articles cannot bring escape sequences of their own: reports show control characters in another form.
  std::string plain;
  plain.reserve(report.size());
  while (!report.empty()) {
    const std::size_t escape = std::min(report.find('\033'), report.size());
    plain += report.substr(0, escape);
    if (escape == report.size()) break;
    report.remove_prefix(std::min(report.find('m', escape), report.size() - 1) + 1);
  }
  print(stream, plain);
}

}  // namespace errpress::commands
