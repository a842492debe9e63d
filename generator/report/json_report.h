// The report for programs: one JSON document, as generator/report/lint_report.schema.json says, one finding a line.
// Plain ASCII: the rest is escaped, and bytes that are not UTF-8 become U+FFFD. Columns are in code points, from 1;
// ends are exclusive.
#pragma once

#include "report/report_input.h"

namespace errpress::report {

// A place in a file that cannot be read any more has null for line and column, unless it is the file's start.
// A finding's help is its last note, "help: ...".
void write_json_report(const ReportInput& input, const Sink& sink);

}  // namespace errpress::report
