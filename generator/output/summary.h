// What a run did, or in Mode::check would do. Value; paths are relative to the folder, in the order of their bytes, and
// are views that are valid as long as the OutputFolder is.
#pragma once

#include <string_view>
#include <vector>

#include "output/orphans.h"
#include "output/outputs.h"
#include "output/plan.h"

namespace errpress::output {

struct Summary {
  std::vector<std::string_view> created;     // check: they are missing
  std::vector<std::string_view> updated;     // check: they hold what an earlier run wrote
  std::vector<std::string_view> line_ends;   // only their line ends differed, as git converts them
  std::vector<std::string_view> replaced;    // somebody had changed them, and the options allow to write over that
  std::vector<std::string_view> taken_over;  // they were not in the manifest, and the options allow to write over them
  std::vector<std::string_view> unchanged;   // put with the bytes that were there, or kept
  std::vector<std::string_view> removed;     // check: an earlier run wrote them, this one would not
  // The same, but changed by somebody since: they stay, and are no longer ours.
  std::vector<std::string_view> left_alone;
  // Check only; where there are any, write gives an Error and changes nothing.
  std::vector<std::string_view> changed;     // by somebody, since errpress wrote them
  std::vector<std::string_view> in_the_way;  // not ours, and not what we would write
  // The manifest itself was, or would be, rewritten. Worth a word only when all the rest is up to date: then it was
  // lost or changed by somebody.
  bool manifest_changed = false;

  bool up_to_date() const;
};

Summary summarise(const Plan& plan, const Outputs& outputs, const std::vector<Orphan>& orphans, bool manifest_changed);

}  // namespace errpress::output
