// An Article printed back to article text, in each of the two renderings. For any bytes, what is printed parses to an
// article of the same dump (article_dump.h). Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::tests {

// Blank lines between blocks, "  • text", "  1. text", "Q: ...", blank, "A: ...": an article written with care comes
// out byte for byte, with a line end at its end. Lines that blank lines would turn into headings have none around them.
std::string print_spaced(const article::Article& article, std::string_view source, const article::Dialect& dialect);

// No blank lines but around headings that need them, lists as "- text" and related entries glued on one line, as far as
// the text still says the same.
std::string print_collapsed(const article::Article& article, std::string_view source, const article::Dialect& dialect);

}  // namespace errpress::tests
