#include "driver/article_reader.h"

#include "article/parser.h"
#include "base/hash.h"
#include "render/article_view.h"

namespace errpress::driver {

base::Result<mustache::Value> ArticleReader::read(const render::PublishedArticles::Entry& entry) {
  const CachedArticle* const cached = analysis_.cached[entry.article].get();
  if (cached == nullptr) {
    if (auto status = read_again(entry.article); !status) return status.error();
  }
  std::string_view text = cached != nullptr ? cached->bytes : bytes_;
  if (article::is_markdown(sources_.files[entry.article].path)) {
    plain_ = article::read_markdown(text);
    text = plain_->text();
  } else {
    plain_.reset();
  }
  if (cached != nullptr && cached->article) return make_view(entry, text, *cached->article);
  article::parse(text, sources_.dialect, article_);
  return make_view(entry, text, article_);
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
  std::span<const render::Dispute> disputes = findings_.of(entry.article);
  if (plain_ && !disputes.empty()) {
    disputes_.assign(disputes.begin(), disputes.end());
    for (render::Dispute& dispute : disputes_) dispute.span = plain_->to_plain(dispute.span);
    disputes = disputes_;
  }
  return render::make_article_view({.source = bytes,
                                    .article = article,
                                    .dialect = sources_.dialect,
                                    .index = analysis_.index,
                                    .disputes = disputes,
                                    .path = sources_.files[entry.article].relative,
                                    .identifier = entry.identifier},
                                   *arena_);
}

}  // namespace errpress::driver
