// What a run did, or in Mode::check would do. Value type. Paths are relative to the output folder and sorted by their
// bytes; the views are valid as long as the OutputFolder.
#pragma once

#include <string_view>
#include <vector>

#include "output/orphans.h"
#include "output/outputs.h"
#include "output/plan.h"

namespace errpress::output {

struct Summary {
  std::vector<std::string_view> created;     // in check: they are missing
  std::vector<std::string_view> updated;     // in check: they hold what an earlier run wrote
  std::vector<std::string_view> line_ends;   // only their line ends differed, as git converts them
  std::vector<std::string_view> replaced;    // had been changed; the options allow overwriting them
  std::vector<std::string_view> taken_over;  // were not in the manifest; the options allow overwriting them
  std::vector<std::string_view> unchanged;   // put with the bytes that they already held, or kept
  std::vector<std::string_view> removed;     // in check: an earlier run wrote them, this one would not
  // Like removed, but changed since they were written: they stay, and are no longer ours.
  std::vector<std::string_view> left_alone;
  // The manifest lists them, and this run reads them: they stay, and are not ours.
  std::vector<std::string_view> inputs;
  // In check only; in write, any such file is an Error and nothing is changed.
  std::vector<std::string_view> changed;     // changed since errpress wrote them
  std::vector<std::string_view> in_the_way;  // neither ours nor equal to what would be written
  // Whether the manifest was, or would be, rewritten. Only worth reporting if everything else is up to date: then the
  // manifest was lost or changed.
  bool manifest_changed = false;
  bool manifest_damaged = false;  // in check: only a run with take_over replaces it

  bool up_to_date() const;
};

Summary summarise(const Plan& plan, const Outputs& outputs, const std::vector<Orphan>& orphans, bool manifest_changed);

}  // namespace errpress::output
