#include "output/summary.h"

namespace errpress::output {
namespace {

// The list for outputs with this state; null if they are not reported.
std::vector<std::string_view>* list_of(Summary& summary, State state) {
  switch (state) {
    case State::unchanged:
      return &summary.unchanged;
    case State::created:
      return &summary.created;
    case State::updated:
      return &summary.updated;
    case State::line_ends:
      return &summary.line_ends;
    case State::replaced:
      return &summary.replaced;
    case State::taken_over:
      return &summary.taken_over;
    case State::changed:
      return &summary.changed;
    case State::in_the_way:
    case State::folder_in_the_way:
    case State::of_other_target:
    case State::input:
      return &summary.in_the_way;
    case State::untouched:
    case State::failed:
      break;
  }
  return nullptr;
}

}  // namespace

bool Summary::up_to_date() const {
  return created.empty() && updated.empty() && line_ends.empty() && replaced.empty() && taken_over.empty() &&
         removed.empty() && left_alone.empty() && inputs.empty() && changed.empty() && in_the_way.empty() &&
         !manifest_changed;
}

Summary summarise(const Plan& plan, const Outputs& outputs, const std::vector<Orphan>& orphans, bool manifest_changed) {
  Summary summary;
  for (const std::uint32_t id : plan.sorted()) {
    if (auto* list = list_of(summary, outputs[id].state)) list->push_back(plan.path(id));
  }
  for (const Orphan& orphan : orphans) {
    if (orphan.verdict == Verdict::remove) summary.removed.push_back(orphan.path);
    if (orphan.verdict == Verdict::leave) summary.left_alone.push_back(orphan.path);
    if (orphan.verdict == Verdict::input) summary.inputs.push_back(orphan.path);
  }
  summary.manifest_changed = manifest_changed;
  return summary;
}

}  // namespace errpress::output
