// Makes the view of one article in the render pass, from the article cached by the index pass or by reading and parsing
// the file again. Not thread-safe: each thread has its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/markdown.h"
#include "base/result.h"
#include "driver/analysis.h"
#include "mustache/value.h"
#include "render/corpus_view.h"
#include "render/findings_index.h"

namespace errpress::driver {

class ArticleReader {
 public:
  ArticleReader(const Sources& sources, const Analysis& analysis, const render::FindingsIndex& findings)
      : sources_(sources), analysis_(analysis), findings_(findings) {}

  // The view of a published article, valid until the next call. Fails if the file must be read again but can no longer
  // be read, or has changed since the index pass.
  base::Result<mustache::Value> read(const render::PublishedArticles::Entry& entry);

 private:
  // Reads the file into bytes_.
  base::Status read_again(corpus::FileId file);
  mustache::Value make_view(const render::PublishedArticles::Entry& entry, std::string_view bytes,
                            const article::Article& article);

  const Sources& sources_;
  const Analysis& analysis_;
  const render::FindingsIndex& findings_;
  std::string bytes_;
  article::Article article_;
  std::optional<article::PlainText> plain_;  // of the current article, if it is Markdown
  std::vector<render::Dispute> disputes_;    // its disputes, in the plain text
  std::unique_ptr<mustache::ViewArena> arena_ = std::make_unique<mustache::ViewArena>();
};

}  // namespace errpress::driver
