// Why a run may not write: the one place that words it. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "output/orphans.h"
#include "output/outputs.h"
#include "output/plan.h"

namespace errpress::output {

// An Error where outputs are refused, by what is worst: folders in the way, then other things, then files that somebody
// changed. `shown` is the output folder as errors name it.
base::Status refuse_outputs(const Plan& plan, const Outputs& outputs, const std::string& shown);

// An Error where the disk failed for an output, or a folder is needed in place of an orphan that stays.
base::Status refuse_failures(const Plan& plan, const Outputs& outputs, const std::vector<Orphan>& orphans,
                             const std::string& shown);

}  // namespace errpress::output
