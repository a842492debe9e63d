// Parses article text into an Article. Total and linear: any input gives an article, nothing throws except
// std::bad_alloc, and every non-blank line ends up in a node. Accepts both the spaced and the collapsed rendering.
// Thread-safe.
#pragma once

#include <string_view>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::article {

// Replaces the content of `article` with what is parsed from `source` (under 4 GiB). Spans are byte offsets into
// `source`. A byte order mark is skipped.
void parse(std::string_view source, const Dialect& dialect, Article& article);

}  // namespace errpress::article
