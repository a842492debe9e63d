// Codes in running text: "NAME (13883, 0x363B)", "13000 and hexadecimal representation 0x32C8", "(6609 or 0x19D1)".
// Linear in the text; only text with digits in it costs more than a glance.
#pragma once

#include <string_view>
#include <vector>

#include "article/article.h"

namespace errpress::article {

// Appends what `source` says of codes within `text` to `mentions`: pairs of a decimal and a hex, and single codes that
// fill a bracket directly after a name. Pieces of dates, versions, times, ranges and numbers like 1,234 are no codes.
void scan_mentions(std::string_view source, Span text, std::vector<Mention>& mentions);

}  // namespace errpress::article
