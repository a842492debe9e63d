// Tells what of the registries could not be read or contradicts itself, though the run goes on.
#pragma once

#include <string>

#include "driver/analysis.h"

namespace errpress::commands {

// Whole printable lines, a few at most for each kind; empty if nothing is wrong.
std::string registry_gaps_text(const driver::Sources& sources);

// Prints them to standard error.
void print_registry_gaps(const driver::Sources& sources);

}  // namespace errpress::commands
