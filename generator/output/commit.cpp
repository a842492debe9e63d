#include "output/commit.h"

#include <algorithm>
#include <iterator>

#include "output/private_folder.h"
#include "output/refusal.h"

namespace errpress::output {

Commit::Commit(disk::Disk& disk, const std::string& shown, const Plan& plan, Outputs& outputs,
               const std::vector<Orphan>& orphans, ManifestFile& manifest, Staging& staging)
    : disk_(disk),
      shown_(shown),
      plan_(plan),
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
  }
  remove_emptied_folders(disk_, orphans_);
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

// Orphans first: one may be in the way of a planned folder.
base::Status Commit::change_files() {
  if (auto status = remove_orphans(disk_, orphans_, shown_); !status) return status;
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
    files.push_back({id, created ? disk::Overwrite::no : disk::Overwrite::yes});
  }
  MoveReport report;
  if (auto status = staging_.move_in(files, report); !status) return status;
  if (!report.cross_device.empty()) {
    // These need temporary files outside `.errpress/tmp`; the manifest must list them in case this run is killed.
    const std::vector<Waiting> cross_device = std::move(report.cross_device);
    report.cross_device.clear();
    if (auto status = own_beside(cross_device); !status) return status;
    for (const Waiting& file : cross_device) {
      if (auto status = staging_.carry_in(file, report); !status) return status;
    }
  }
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

// These files were created by someone else during the run. They stay, and count as unchanged if they hold the wanted
// bytes.
void Commit::resolve_occupied(const std::vector<Waiting>& occupied) {
  for (const Waiting& file : occupied) {
    Content found;
    const bool same = !content_of_file(disk_, plan_.path(file.id), found) && found == outputs_[file.id].content;
    outputs_[file.id].state = same ? State::unchanged : State::in_the_way;
  }
}

}  // namespace errpress::output
