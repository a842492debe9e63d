// Says in words why a strict template cannot print a tag with the contexts at hand. Used by the renderer, when it
// fails. A pure function.
#pragma once

#include <string>

#include "mustache/context_stack.h"
#include "mustache/program.h"

namespace errpress::mustache {

// `at` is a variable, section or inverted section that failed in those contexts.
std::string describe_misuse(const Program& program, const Instruction& at, const ContextStack& contexts);

}  // namespace errpress::mustache
