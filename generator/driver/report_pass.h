// The report pass: the findings of an analysis in one of the report formats, with excerpts from the cached articles or
// from the disk. Pure but for reading files; thread-safe.
#pragma once

#include "driver/analysis.h"
#include "report/formats.h"

namespace errpress::driver {

// Sends the report to `sink` piece by piece.
void write_report(const report::Format& format, const Sources& sources, const Analysis& analysis,
                  const report::ReportOptions& options, const report::Sink& sink);

}  // namespace errpress::driver
