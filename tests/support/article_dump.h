// An Article as text, one node a line: kinds, texts, labels, codes, flaws and claims. Tests compare these instead of
// structures. Spans and markers are left out, so that the two renderings of a page have one dump. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "article/article.h"
#include "article/dialect.h"
#include "support/article_samples.h"

namespace errpress::tests {

// All of it. `source` and `dialect` are what the article was parsed from and with.
std::string dump(const article::Article& article, std::string_view source, const article::Dialect& dialect);

// Its parts: title, message and date; sections with their blocks; claims in fields and prose (no name is known).
std::string dump_head(const article::Article& article, std::string_view source);
std::string dump_body(const article::Article& article, std::string_view source, const article::Dialect& dialect);
std::string dump_claims(const article::Article& article, std::string_view source,
                        const article::Dialect& dialect = shipped_dialect());

// "reference NAME (parenthesis) dec 5 hex 0x5: "description" [flaw]", one a line, without leading blanks.
std::string dump_references(const article::Article& article, std::string_view source);

}  // namespace errpress::tests
