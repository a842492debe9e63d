// Small pieces of messages: article text made fit to be quoted, lists, counts. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/code.h"

namespace errpress::lint {

// `text` between double quotes: valid UTF-8 on one line, without control characters, cut after 60 code points.
std::string quoted(std::string_view text);

// "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& words, std::string_view last = "and");

// "two", "3", and where there are more that were not counted "more than 5".
std::string how_many(std::size_t count, bool more);

// "1 tab", "2 tabs".
std::string counted(std::size_t count, std::string_view singular, std::string_view plural);

// A name in capitals (ASCII), to compare names that may differ in letter case.
std::string capitals(std::string_view name);

// "U+0007".
std::string format_code_point(char32_t value);

// A decimal as it is written: negative where it was said so ("-2147024891"), as far as its length tells.
std::string written_decimal(const base::Number& number);

// The numbers of `code` as they are written, "13002 and 0x32C9", "13002" or "0x32C9"; one that is written twice, and
// the same, as "13002 (0x32CA)".
std::string stated(const base::Code& code, std::string_view joined_by = "and");

}  // namespace errpress::lint
