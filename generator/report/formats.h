// The table of report formats, used for parsing `--format` and for its help text. Constant, thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/report_input.h"

namespace errpress::report {

struct Format {
  std::string_view name;     // as in --format
  std::string_view summary;  // one line, lower case
  void (*write)(const ReportInput& input, const Sink& sink);
};

std::span<const Format> formats();

// "text or json".
std::string format_names();

// Null for a name that is not in the table.
const Format* find_format(std::string_view name);

}  // namespace errpress::report
