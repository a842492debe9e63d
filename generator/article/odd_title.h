// Reads a title that has none of the dialect's forms, but whose meaning is certain: one name and its code, with other
// dashes, brackets, separators or suffixes. Pure functions.
#pragma once

#include <string_view>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::article {

// Sets the name, the code and the oddities of `title`, whose span is the line. `title.odd` is empty unless the line has
// one name and at most one decimal and one hex number, and nothing else but punctuation and words such as "code".
// Otherwise name and code are what can be recognised, possibly nothing.
void read_odd_title(std::string_view source, const Dialect& dialect, Title& title);

}  // namespace errpress::article
