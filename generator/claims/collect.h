// What an article claims of codes: walks its title, message, fields, entries and paragraphs. Linear in the text; text
// without digits is only searched for a digit. Thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/dialect.h"
#include "claims/claim.h"
#include "claims/names.h"

namespace errpress::claims {

// Replaces the content of `out` with the claims of `article`, which was parsed from `source` with `dialect`: the title
// first if it is well-formed, the others in the order of the text. Names are spans of `source`.
void collect(const article::Article& article, std::string_view source, const article::Dialect& dialect,
             const KnownNames& known, std::vector<Claim>& out);

}  // namespace errpress::claims
