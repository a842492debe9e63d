// What `errpress build` says of the output folder: what it wrote, or what is not up to date.
#pragma once

#include <string>

#include "output/summary.h"

namespace errpress::commands {

// Prints "out: 5 files written, 1 file removed, 8 files unchanged" and a line for each file that was not just written
// to standard error. `out` is the output folder.
void print_written(const std::string& out, const output::Summary& summary);

// Prints a line for each file that is not up to date to standard output, and the result to standard error. Returns the
// exit code.
int report_stale(const std::string& out, const output::Summary& summary);

}  // namespace errpress::commands
