// Names the articles that `errpress build` and `errpress view` leave out, because they cannot be read or have no title
// that names an error. Taken from the analysis, not from the findings: a rule that is off hides findings, but not that
// pages are missing. Thread-safe.
#pragma once

#include <string>

#include "driver/analysis.h"

namespace errpress::commands {

// Whole printable lines: the first articles of each kind with the reason, then how many of them there are. Empty if no
// article is left out.
std::string left_out_text(const driver::Analysis& analysis, const driver::Sources& sources);

}  // namespace errpress::commands
