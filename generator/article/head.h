// Parses the head of an article: the title line and the "Updated:" line. Pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::article {

// Reads a trimmed line as a title of one of the dialect's forms. If it has none, it is read as an odd title.
Title read_title(std::string_view source, Span line, const Dialect& dialect);

// Returns nothing if the line does not start with "Updated:".
std::optional<Updated> read_updated(std::string_view source, Span line);

// Parses "Feb 21, 2026" (month in full or abbreviated to three letters) or "2026-02-21". Returns nothing for other text
// and for dates that do not exist.
std::optional<Date> read_date(std::string_view text);

}  // namespace errpress::article
