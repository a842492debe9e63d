// The entries of Related Errors. One line may hold several, with nothing between them. Linear in the line.
#pragma once

#include <string_view>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::article {

// Whether a line without a bullet is an entry (or several) rather than a sentence: it starts with a name that a
// bracket, a colon, " - " or the end follows.
bool looks_like_reference(std::string_view source, Span line, const Dialect& dialect);

// Appends the entries in `entry` (a line without its bullet, not empty) to article.references; the first gets `marker`.
void read_references(std::string_view source, Span marker, Span entry, const Dialect& dialect, Article& article);

}  // namespace errpress::article
