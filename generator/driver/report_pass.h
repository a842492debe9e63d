// The report pass: writes the findings of an analysis in one of the report formats, with excerpts from the cached
// articles or from disk. Pure except for reading files; thread-safe.
#pragma once

#include "driver/analysis.h"
#include "report/formats.h"

namespace errpress::driver {

// Sends the report to `sink` in chunks.
void write_report(const report::Format& format, const Sources& sources, const Analysis& analysis,
                  const report::ReportOptions& options, const report::Sink& sink);

}  // namespace errpress::driver
