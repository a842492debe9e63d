// The view of one article, as templates with `for: article` get it and `errpress view` prints it; templates/README.md
// describes every key. A view points into the article's source and into the arena it was made in, and is valid as long
// as both. Thread-safe for different arenas.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "article/article.h"
#include "article/dialect.h"
#include "corpus/corpus_index.h"
#include "mustache/value.h"
#include "render/findings_index.h"

namespace errpress::render {

// `article` was parsed from `source`; `path` is relative to the corpus; `identifier` as made for the whole corpus.
struct ArticleViewInput {
  std::string_view source;
  const article::Article& article;
  const article::Dialect& dialect;
  const corpus::CorpusIndex& index;
  std::span<const Dispute> disputes;
  std::string_view path;
  std::string_view identifier;
  // Sources of so many bytes and more get lazy lists (mustache::LazyItems): made whole, a view takes up to 120 times
  // the bytes of its source. Which lists a view has makes no difference to what is printed.
  std::size_t lazy_from = std::size_t{64} << 10;
};

// The view points into `input` and `arena`: all of it has to stay as it is while the view is in use.
mustache::Value make_article_view(const ArticleViewInput& input, mustache::ViewArena& arena);

}  // namespace errpress::render
