#include "output/commit.h"

#include <algorithm>
#include <iterator>

#include "output/private_folder.h"
#include "output/refusal.h"

namespace errpress::output {

Commit::Commit(disk::Disk& disk, const std::string& shown, const Plan& plan, const Snapshot& snapshot, Outputs& outputs,
               std::vector<Orphan>& orphans, ManifestFile& manifest, Staging& staging)
    : disk_(disk),
      shown_(shown),
      plan_(plan),
      snapshot_(snapshot),
      outputs_(outputs),
      orphans_(orphans),
      manifest_(manifest),
      staging_(staging) {}

base::Status Commit::run() {
  if (auto status = refuse_failures(plan_, outputs_, orphans_, shown_); !status) return status;
  if (auto status = refuse_outputs(plan_, outputs_, shown_); !status) return status;
  if (anything_to_do()) {
    if (auto status = manifest_.write(disk_, lines_ahead()); !status) return status;
    if (auto status = change_files(); !status) return status;
  } else {
    remove_emptied_folders(disk_, orphans_);
  }
  if (auto status = manifest_.write(disk_, outputs_.lines_after()); !status) return status;
  if (const auto error = clear_temporary(disk_)) {
    return disk::disk_error("clear", shown_ + '/' + std::string(kTemporaryFolder), error);
  }
  return refuse_outputs(plan_, outputs_, shown_);
}

bool Commit::anything_to_do() const {
  return outputs_.any_with(is_written) || std::any_of(orphans_.begin(), orphans_.end(), [](const Orphan& orphan) {
           return orphan.verdict == Verdict::remove;
         });
}

// Orphans first: one may be in the way of a planned folder, or its folder in the way of a planned file. If this run is
// killed, `.errpress/tmp` tells the next one that empty folders may be left (empty_temporary).
base::Status Commit::change_files() {
  began_ = true;
  if (const auto error = ensure_folder(disk_, kTemporaryFolder)) {
    return disk::disk_error("make the folder", shown_ + '/' + std::string(kTemporaryFolder), error);
  }
  if (auto status = remove_orphans(disk_, orphans_, shown_); !status) return status;
  remove_emptied_folders(disk_, orphans_);
  return move_in();
}

// The lines for all contents that any path may hold until this run has ended.
std::vector<ManifestLine> Commit::lines_ahead() const {
  std::vector<ManifestLine> now = outputs_.lines_after();
  const std::vector<ManifestLine>& old = manifest_.old().lines();
  if (old.empty()) return now;
  std::vector<ManifestLine> both;
  both.reserve(now.size() + old.size());
  std::merge(now.begin(), now.end(), old.begin(), old.end(), std::back_inserter(both));
  return both;
}

base::Status Commit::move_in() {
  std::vector<Waiting> files;
  for (const std::uint32_t id : outputs_.all_with(is_written)) {
    const bool created = outputs_[id].state == State::created;
    if (created)
      files.push_back({id, disk::Overwrite::no});
    else
      files.push_back({id, disk::Overwrite::yes, {snapshot_.files[id], outputs_[id].seen}});
  }
  const auto is_ours = [this](std::uint32_t id) { return this->is_ours(id); };
  MoveReport report;
  if (auto status = staging_.move_in(files, is_ours, report); !status) return status;
  if (!report.cross_device.empty()) {
    // These need temporary files outside `.errpress/tmp`; the manifest must list them in case this run is killed.
    const std::vector<Waiting> cross_device = std::move(report.cross_device);
    report.cross_device.clear();
    if (auto status = own_beside(cross_device); !status) return status;
    for (const Waiting& file : cross_device) {
      if (auto status = staging_.carry_in(file, is_ours, report); !status) return status;
    }
  }
  resolve_edited(report.edited);
  resolve_occupied(report.occupied);
  return base::Done{};
}

// Adds the temporary files next to these outputs to the manifest.
base::Status Commit::own_beside(const std::vector<Waiting>& files) {
  std::vector<std::string> paths;
  paths.reserve(files.size());
  for (const Waiting& file : files) paths.push_back(staging_.beside_path(file.id));
  std::vector<ManifestLine> lines;
  lines.reserve(paths.size());
  for (const std::string& path : paths) lines.push_back({path, 0, true});
  return manifest_.add(disk_, lines);
}

// Whether a file that is not as it was seen holds a recorded content all the same: only its times or its mode changed.
bool Commit::is_ours(std::uint32_t id) const {
  Content found;
  if (content_of_file(disk_, plan_.path(id), found)) return false;
  const auto lines = outputs_.lines_of(id);
  return std::any_of(lines.begin(), lines.end(), [&](const ManifestLine& line) { return line.matches(found.hash); });
}

bool Commit::holds_wanted(std::uint32_t id) const {
  Content found;
  return !content_of_file(disk_, plan_.path(id), found) && found == outputs_[id].content;
}

// These files were edited by someone else during the run. They stay, and count as unchanged if they hold the wanted
// bytes.
void Commit::resolve_edited(const std::vector<Waiting>& edited) {
  for (const Waiting& file : edited) {
    const State refused = outputs_.lines_of(file.id).empty() ? State::in_the_way : State::changed;
    outputs_[file.id].state = holds_wanted(file.id) ? State::unchanged : refused;
  }
}

// These files were created by someone else during the run. They stay, and count as unchanged if they hold the wanted
// bytes.
void Commit::resolve_occupied(const std::vector<Waiting>& occupied) {
  for (const Waiting& file : occupied) {
    outputs_[file.id].state = holds_wanted(file.id) ? State::unchanged : State::in_the_way;
  }
}

}  // namespace errpress::output
