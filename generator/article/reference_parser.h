// Parses the entries of Related Errors. One line may hold several entries with nothing between them. Linear in the
// length of the line.
#pragma once

#include <string_view>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::article {

// Whether a line without a bullet is an entry (or several) rather than a sentence: it starts with a name followed by a
// parenthesis, a colon, a dash or the end of the line, or with two names that are glued together.
bool looks_like_reference(std::string_view source, Span line, const Dialect& dialect);

// Appends the entries in `entry` (a line without its bullet, not empty) to article.references. `marker` is stored in
// the first.
void read_references(std::string_view source, Span marker, Span entry, const Dialect& dialect, Article& article);

}  // namespace errpress::article
