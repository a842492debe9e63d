// Codes in running text: "NAME (13883, 0x363B)", "13000 and hexadecimal representation 0x32C8", "(6609 or 0x19D1)".
// Linear in the text; text without digits costs no more than a glance.
#pragma once

#include <string_view>
#include <vector>

#include "article/article.h"

namespace errpress::article {

// Appends what `source` says of codes within `text` to `mentions`: pairs of a decimal and a hex, and single codes that
// a name claims ("NAME (4)", "NAME has the code 4", "error 4 (NAME)"). Pieces of dates, versions, times, ranges and
// numbers like 1,234 are no codes. `subject` is a name that is taken to stand before the text; empty for none.
void scan_mentions(std::string_view source, Span text, std::vector<Mention>& mentions, Span subject = {});

}  // namespace errpress::article
