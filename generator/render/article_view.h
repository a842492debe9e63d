// The view of one article, which templates with `for: article` receive and `errpress view` prints; templates/README.md
// describes every key. A view points into the article's source and its arena, and is valid as long as both. Thread-safe
// for different arenas.
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

// `article` was parsed from `source`; `path` is relative to the corpus; `identifier` is the one from PublishedArticles.
struct ArticleViewInput {
  std::string_view source;
  const article::Article& article;
  const article::Dialect& dialect;
  const corpus::CorpusIndex& index;
  std::span<const Dispute> disputes;
  std::string_view path;
  std::string_view identifier;
  // Sources of this many bytes or more get lazy lists (mustache::LazyItems), since a view built eagerly takes up to 120
  // times the size of its source. The rendered output is the same either way.
  std::size_t lazy_from = std::size_t{64} << 10;
};

// The view points into `input` and `arena`, which must stay valid and unchanged while the view is in use.
mustache::Value make_article_view(const ArticleViewInput& input, mustache::ViewArena& arena);

}  // namespace errpress::render
