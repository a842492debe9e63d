// The input of rules that check a single article: the article and its text, while the text is in memory. Contains only
// views and references, valid while the rule runs.
#pragma once

#include <string_view>

#include "article/article.h"
#include "article/dialect.h"
#include "base/utf8.h"
#include "corpus/file_table.h"

namespace errpress::lint {

struct ArticleInput {
  std::string_view source;
  const article::Article& article;
  const article::Dialect& dialect;
  const base::EncodingIssues& encoding_issues;
  corpus::FileId file;
};

}  // namespace errpress::lint
