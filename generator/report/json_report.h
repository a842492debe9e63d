// The machine-readable report: one JSON document, described by generator/report/lint_report.schema.json, with one
// finding per line. Plain ASCII: other characters are escaped, and bytes that are not valid UTF-8 become U+FFFD.
// Columns are in code points, from 1; ends are exclusive.
#pragma once

#include "report/report_input.h"

namespace errpress::report {

// Line and column are null for a place in a file that can no longer be read, unless it is the start of the file. A
// finding's help is its last note, "help: ...".
void write_json_report(const ReportInput& input, const Sink& sink);

}  // namespace errpress::report
