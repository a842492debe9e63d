// The messages of `errpress build` about the output folder: what was written, or what is not up to date.
#pragma once

#include <string>

#include "output/summary.h"

namespace errpress::commands {

// Prints "out: 5 files written, 1 file removed, 8 files unchanged" to standard error, and a line for each file that was
// replaced or left in place although errpress had not written its content. `out` is the output folder.
void print_written(const std::string& out, const output::Summary& summary);

// Prints a line for each file that is not up to date to standard output, and the result to standard error. Returns the
// exit code.
int report_stale(const std::string& out, const output::Summary& summary);

}  // namespace errpress::commands
