// Article text -> Article. Total and linear: any bytes give an article, nothing throws but std::bad_alloc, and every
// non-blank line ends up in a node. Reads both the spaced and the collapsed rendering. Thread-safe.
#pragma once

#include <string_view>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::article {

// Whether codes in prose are looked for: printing an article does not need them, checking it does.
enum class Mentions : bool { skip, find };

// Replaces `article` by what `source` (under 4 GiB) says; spans are offsets into `source`. A byte order mark is
// skipped.
void parse(std::string_view source, const Dialect& dialect, Article& article, Mentions mentions = Mentions::find);

}  // namespace errpress::article
