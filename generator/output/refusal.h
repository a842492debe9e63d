// The error messages for runs that may not write. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "output/orphans.h"
#include "output/outputs.h"
#include "output/plan.h"

namespace errpress::output {

// An Error if any outputs are refused, for the most serious reason: folders in the way, then inputs of this run, then
// outputs of other targets, then other things in the way, then changed files. `shown` is the name of the output folder
// in error messages.
base::Status refuse_outputs(const Plan& plan, const Outputs& outputs, const std::string& shown);

// An Error if the disk failed for an output, or if an orphan that stays is in the way of a planned folder.
base::Status refuse_failures(const Plan& plan, const Outputs& outputs, const std::vector<Orphan>& orphans,
                             const std::string& shown);

}  // namespace errpress::output
