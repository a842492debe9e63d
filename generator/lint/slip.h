// Explains how a wrong number may have come about. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string>

#include "base/code.h"

namespace errpress::lint {

// A sentence about the slip that turns `right` into a number of `wrong`, such as "0x13004 has the decimal digits of the
// code behind 0x"; empty if no slip explains it.
std::string slip(std::uint32_t right, const base::Code& wrong);

// A sentence about the slip that makes the two numbers of `code` differ, whichever is right, such as "read as octal,
// 0171 is 0x79"; empty if no slip explains it.
std::string slip_between(const base::Code& code);

}  // namespace errpress::lint
