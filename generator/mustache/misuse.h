// Describes why a strict template cannot render a tag in the current contexts. Used by the renderer for its errors. A
// pure function.
#pragma once

#include <string>

#include "mustache/context_stack.h"
#include "mustache/program.h"

namespace errpress::mustache {

// The error message for `at`, a variable, section or inverted section that failed in `contexts`.
std::string describe_misuse(const Program& program, const Instruction& at, const ContextStack& contexts);

}  // namespace errpress::mustache
