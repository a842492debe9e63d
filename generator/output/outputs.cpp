#include "output/outputs.h"

#include <algorithm>
#include <iterator>

namespace errpress::output {

Outputs::Outputs(const Plan& plan, const Scope& scope, const Manifest& manifest, const RunOptions& options)
    : plan_(plan), scope_(scope), manifest_(manifest), options_(options), outputs_(plan.size()) {}

std::vector<bool> Outputs::match_manifest() {
  std::vector<bool> freed(plan_.folders().size(), false);
  const std::span<const ManifestLine> lines = manifest_.lines();
  for (std::size_t first = 0, count = 0; first < lines.size(); first += count) {
    count = lines_of_first_path(lines.subspan(first));
    if (const auto id = plan_.find(lines[first].path)) {
      outputs_[*id].first_line = static_cast<std::uint32_t>(first);
      outputs_[*id].line_count = static_cast<std::uint32_t>(count);
    } else if (const auto folder = plan_.find_folder(lines[first].path)) {
      freed[*folder] = scope_.covers(lines.subspan(first, count));
    }
  }
  return freed;
}

// A folder is never replaced; links and other special files only if they replaced a file of ours and the options allow
// overwriting changed files.
void Outputs::check_places(const Snapshot& snapshot) {
  for (std::size_t id = 0; id < outputs_.size(); ++id) {
    const disk::Kind kind = snapshot.files[id];
    if (kind == disk::Kind::none) continue;
    if (kind == disk::Kind::file) {
      if (!options_.take_over && scope_.is_of_others(lines_of(id))) outputs_[id].state = State::of_other_target;
      continue;
    }
    const bool recorded = outputs_[id].line_count != 0;
    if (kind == disk::Kind::folder)
      outputs_[id].state = State::folder_in_the_way;
    else if (!recorded)
      outputs_[id].state = State::in_the_way;
    else if (state_over(Holding::changed) == State::changed)
      outputs_[id].state = State::changed;
  }
}

std::span<const ManifestLine> Outputs::lines_of(std::size_t id) const {
  return std::span(manifest_.lines()).subspan(outputs_[id].first_line, outputs_[id].line_count);
}

State Outputs::state_over(Holding holding) const {
  switch (holding) {
    case Holding::nothing:
      return State::created;
    case Holding::wanted:
      return State::unchanged;
    case Holding::line_ends:
      return State::line_ends;
    case Holding::recorded:
      return State::updated;
    case Holding::changed:
      return options_.overwrite_changed || options_.take_over ? State::replaced : State::changed;
    case Holding::foreign:
      break;
  }
  return options_.take_over ? State::taken_over : State::in_the_way;
}

std::vector<ManifestLine> Outputs::lines_after() const {
  std::vector<ManifestLine> planned = planned_lines();
  const std::vector<ManifestLine> others = lines_of_others();
  if (others.empty()) return planned;
  std::vector<ManifestLine> all;
  all.reserve(planned.size() + others.size());
  std::merge(planned.begin(), planned.end(), others.begin(), others.end(), std::back_inserter(all));
  return all;
}

std::vector<ManifestLine> Outputs::planned_lines() const {
  std::vector<ManifestLine> lines;
  lines.reserve(plan_.size());
  for (const std::uint32_t id : plan_.sorted()) {
    const Output& output = outputs_[id];
    if (output.state == State::untouched || output.state == State::changed || output.state == State::of_other_target) {
      const auto old = lines_of(id);
      lines.insert(lines.end(), old.begin(), old.end());
    } else if (!is_refused(output.state)) {
      lines.push_back({plan_.path(id), output.content.hash, false, scope_.target_of(id)});
    }
  }
  return lines;
}

std::vector<ManifestLine> Outputs::lines_of_others() const {
  std::vector<ManifestLine> others;
  if (scope_.all()) return others;
  const std::span<const ManifestLine> lines = manifest_.lines();
  for (std::size_t first = 0, count = 0; first < lines.size(); first += count) {
    count = lines_of_first_path(lines.subspan(first));
    const auto of_path = lines.subspan(first, count);
    if (!scope_.covers(of_path) && !plan_.find(of_path.front().path))
      others.insert(others.end(), of_path.begin(), of_path.end());
  }
  return others;
}

}  // namespace errpress::output
