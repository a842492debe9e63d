// The fingerprint of a build: a hash of everything except the articles that decides its outputs and its report. The
// cache of a build with another fingerprint is not used. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "driver/analysis.h"
#include "render/target.h"

namespace errpress::driver {

// `sources` are those of `analysis`; of them, only their fingerprint counts: the bytes of registries and dialect. A run
// of `all_targets` also removes the outputs of former targets, so neither kind of run can use the other's cache. Two
// inputs that differ only in where one string or list ends and the next begins have different fingerprints.
std::uint64_t build_fingerprint(std::string_view version, bool all_targets, const AnalysisInput& analysis,
                                const Sources& sources, std::span<const render::Target> targets);

}  // namespace errpress::driver
