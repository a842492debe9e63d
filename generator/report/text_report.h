// The human-readable report: headings, a source excerpt with carets and labels, notes, and a summary line.
#pragma once

#include <string>

#include "report/report_input.h"

namespace errpress::report {

// Linear in the number of findings. Findings in a file that can no longer be read, or has changed, have no excerpt.
void write_text_report(const ReportInput& input, const Sink& sink);

// "3 articles: 7 errors, 1 warning", "3 articles: no findings"; without colour or line end.
std::string summary_line(std::size_t articles, const lint::Counts& counts);

}  // namespace errpress::report
