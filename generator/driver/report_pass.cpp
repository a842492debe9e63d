#include "driver/report_pass.h"

#include <string>
#include <string_view>

namespace errpress::driver {

void write_report(const report::Format& format, const Sources& sources, const Analysis& analysis,
                  const report::ReportOptions& options, const report::Sink& sink) {
  report::SourceCache cache(sources.files, [&](corpus::FileId file) -> base::Result<report::SourceBytes> {
    const CachedArticle* const cached = file < sources.article_count ? analysis.cached[file].get() : nullptr;
    if (cached != nullptr) return report::SourceBytes(std::string_view(cached->bytes));
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
        return file < articles.size() ? articles[file].name() : std::string_view();
      },
      .options = options,
  };
  format.write(input, sink);
}

}  // namespace errpress::driver
