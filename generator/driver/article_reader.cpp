#include "driver/article_reader.h"

#include "article/parser.h"
#include "base/hash.h"
#include "render/article_view.h"

namespace errpress::driver {

base::Result<mustache::Value> ArticleReader::read(const render::PublishedArticles::Entry& entry) {
  const CachedArticle* const cached = analysis_.cached[entry.article].get();
  if (cached != nullptr && cached->article) return make_view(entry, cached->bytes, *cached->article);
  if (cached == nullptr) {
    if (auto status = read_again(entry.article); !status) return status.error();
  }
  const std::string_view bytes = cached != nullptr ? cached->bytes : bytes_;
  article::parse(bytes, sources_.dialect, article_, article::Mentions::skip);
  return make_view(entry, bytes, article_);
}

base::Status ArticleReader::read_again(corpus::FileId file) {
  const std::string& path = sources_.files[file].path;
  disk::FileStamp stamp;
  if (auto status = disk::read_file(path, bytes_, &stamp); !status) return status;
  // On a disk with coarse time stamps, the stamp alone does not reveal a change within the same second or two.
  const std::uint64_t content = analysis_.content[file];
  if (stamp != analysis_.stamps[file] || (content != 0 && base::hash_of(bytes_) != content))
    return base::Error{"changed while it was being read; run errpress again", path};
  return base::Done{};
}

mustache::Value ArticleReader::make_view(const render::PublishedArticles::Entry& entry, std::string_view bytes,
                                         const article::Article& article) {
  arena_->reset();
  return render::make_article_view({.source = bytes,
                                    .article = article,
                                    .dialect = sources_.dialect,
                                    .index = analysis_.index,
                                    .disputes = findings_.of(entry.article),
                                    .path = sources_.files[entry.article].relative,
                                    .identifier = entry.identifier},
                                   *arena_);
}

}  // namespace errpress::driver
