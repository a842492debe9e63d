// Maintenance of the output folder by a build that has nothing to do, so that the next one has even less work.
#pragma once

#include <string>

#include "output/build_cache.h"

namespace errpress::output {

// Removes what a killed build left in `.errpress/tmp`, and renews the cache if that helps (BuildCache::renew). Stats a
// single path if there is nothing to do, and does nothing while another build holds the lock, or if
// the disk does not support locks. Failures are ignored: the next build tries again.
void keep_up(const std::string& folder, const BuildCache& cache, const std::string& base, unsigned threads);

}  // namespace errpress::output
