// What holds of the article that any bytes give: checked by property tests and by the fuzz target alike. Each function
// returns the first thing that does not hold, in words, or an empty string.
#pragma once

#include <string>
#include <string_view>

#include "article/article.h"
#include "article/dialect.h"

namespace errpress::tests {

// Spans lie inside the source, inside their parents and in the order of the text, and only those of messages, items and
// references go across a line end; ranges divide their vectors without gap or overlap; kinds of blocks fit their
// sections; and every byte that is not blank belongs to a node.
std::string broken_structure(const article::Article& article, std::string_view source, const article::Dialect& dialect);

// `source` has the same dump with other line ends, with a byte order mark and, unless lines are wrapped, printed spaced
// and printed collapsed.
std::string broken_round_trip(const article::Article& article, std::string_view source,
                              const article::Dialect& dialect);

// Parses, then both of the above.
std::string broken_property(std::string_view source, const article::Dialect& dialect);

}  // namespace errpress::tests
