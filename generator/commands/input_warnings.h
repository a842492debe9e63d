// Tells what of the registries could not be read or contradicts itself, and which folders seem to be of a family that
// no registry covers, though the run goes on.
#pragma once

#include <string>

#include "driver/analysis.h"

namespace errpress::commands {

// Whole printable lines, a few at most for each kind; empty if nothing is wrong.
std::string registry_gaps_text(const driver::Sources& sources);

// Prints them to standard error.
void print_registry_gaps(const driver::Sources& sources);

// A line for each folder whose articles seem to be of an undeclared family, and how to declare it; empty if there is
// none.
std::string undeclared_families_text(const driver::Sources& sources, const driver::Analysis& analysis);

// Prints them to standard error.
void print_undeclared_families(const driver::Sources& sources, const driver::Analysis& analysis);

}  // namespace errpress::commands
