// What a build that has nothing to do puts in order in its output folder, so that the next one has even less to do.
#pragma once

#include <string>

#include "output/build_cache.h"

namespace errpress::output {

// Removes what a killed build left in `.errpress/tmp`, and renews the cache where that pays (BuildCache::renew). Looks
// at one file where there is nothing to put in order, and does nothing while another build is writing there. Failures
// are no matter: all of it is done again by the next build.
void keep_up(const std::string& folder, const BuildCache& cache, const std::string& base, unsigned threads);

}  // namespace errpress::output
