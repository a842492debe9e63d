// Helpers for messages: quoting article text, lists, counts. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/code.h"

namespace errpress::lint {

// `text` in double quotes: valid UTF-8 on one line, without control characters, truncated after 60 code points.
std::string quoted(std::string_view text);

// "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& words, std::string_view last = "and");

// "two", "3", or "more than 5" if `more`.
std::string how_many(std::size_t count, bool more);

// A name in upper case (ASCII), to compare names ignoring case.
std::string capitals(std::string_view name);

// "U+0007".
std::string format_code_point(char32_t value);

// Whether `value` is written as a negative number beside a number like `like`: it is 2^31 or more, and `like` is
// negative, has only lost its minus, or says nothing because it is smaller and `family_is_signed`.
bool is_written_signed(const base::Number& like, std::uint32_t value, bool family_is_signed);

// `value` in the notation of another code: "3 (0x3)", "-1073741790 (0xC0000022)". From 2^31 on, the decimal number is
// left out if `like` is hexadecimal only.
std::string format_like(const base::Code& like, std::uint32_t value, bool family_is_signed);

// The numbers of `code` as written: "13002 and 0x32C9", "13002" or "0x32C9"; if both are written and equal, "13002
// (0x32CA)".
std::string stated(const base::Code& code, std::string_view joined_by = "and");

}  // namespace errpress::lint
