// The head of an article: the title line and the "Updated:" line. Pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "article/article.h"

namespace errpress::article {

// Reads a trimmed line as NAME - DECIMAL (0xHEX). Where it is not of that form, the name and the numbers that can be
// made out are set all the same.
Title read_title(std::string_view source, Span line);

// Nothing where the line does not start with "Updated:".
std::optional<Updated> read_updated(std::string_view source, Span line);

// "Feb 21, 2026", with the month's name in full or cut to three letters, or "2026-02-21".
std::optional<Date> read_date(std::string_view text);

}  // namespace errpress::article
