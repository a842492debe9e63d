// Numbers in messages. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace errpress::base {

// "1 tab", "2 tabs".
std::string counted(std::size_t count, std::string_view singular, std::string_view plural);

}  // namespace errpress::base
