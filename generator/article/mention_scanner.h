// Finds codes in prose: "NAME (13883, 0x363B)", "13000 and hexadecimal representation 0x32C8", "(6609 or 0x19D1)".
// Linear in the text; text without digits is only searched for a digit.
#pragma once

#include <string_view>
#include <vector>

#include "article/article.h"

namespace errpress::article {

// Appends the codes mentioned in `text`, a span of `source`, to `mentions`: decimal/hex pairs, and single codes that
// belong to a name ("NAME (4)", "NAME has the code 4", "error 4 (NAME)"). Parts of dates, versions, times, ranges and
// numbers such as 1,234 are not codes. `subject` is a name that is treated as if it preceded the text; empty for none.
void scan_mentions(std::string_view source, Span text, std::vector<Mention>& mentions, Span subject = {});

}  // namespace errpress::article
