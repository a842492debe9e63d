#include "commands/article_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "article/parser.h"
#include "render/article_view.h"
#include "render/template/view_json.h"
#include "render/view_parts.h"

namespace errpress::commands {

text::Result<render::Value> ArticleReader::read(const render::Catalogue::Entry& entry) {
  const KeptText* const kept = analysis_.texts[entry.article].get();
  if (kept != nullptr && kept->article) return make_view(entry, kept->bytes, *kept->article);
  if (kept == nullptr) {
    if (auto status = read_again(entry.article); !status) return status.error();
  }
  const std::string_view bytes = kept != nullptr ? kept->bytes : bytes_;
  article::parse(bytes, sources_.dialect, article_, article::Mentions::skip);
  return make_view(entry, bytes, article_);
}

text::Status ArticleReader::read_again(std::uint32_t article) {
  const std::string& path = sources_.files[analysis_.index.articles()[article].file].path;
  text::FileStamp stamp;
  if (auto status = text::read_file(path, bytes_, &stamp); !status) return status;
  if (stamp != analysis_.stamps[article])
    return text::Error{"changed while it was being compiled; run errpress again", path};
  return text::Done{};
}

render::Value ArticleReader::make_view(const render::Catalogue::Entry& entry, std::string_view bytes,
                                       const article::Article& article) {
  const corpus::FileId file = analysis_.index.articles()[entry.article].file;
  arena_->reset();
  return render::make_article_view({.source = bytes,
                                    .article = article,
                                    .dialect = sources_.dialect,
                                    .index = analysis_.index,
                                    .disputes = findings_.of(file),
                                    .path = sources_.files[file].relative,
                                    .identifier = entry.identifier},
                                   *arena_);
}

text::Status print_views(const render::Catalogue& catalogue, ArticleReader& reader,
                         const std::function<void(std::string_view)>& sink) {
  const render::KeyTable keys;
  sink(fmt::format("{{\n  \"view_version\": {},\n  \"articles\": [", render::kViewVersion));
  std::string_view separator = "\n    ";
  for (const auto& entry : catalogue.entries) {
    const auto view = reader.read(entry);
    if (!view) return view.error();
    sink(separator);
    // JSON text has no line ends inside strings, so every one of them may be followed by the indentation.
    const std::string json = render::print_json(*view, keys);
    for (std::string_view rest = json; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      sink(rest.substr(0, end));
      rest.remove_prefix(end);
      if (rest.empty()) break;
      sink("\n    ");
      rest.remove_prefix(1);
    }
    separator = ",\n    ";
  }
  sink(catalogue.entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
  return text::Done{};
}

}  // namespace errpress::commands
