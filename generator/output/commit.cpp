// OutputFolder::finish: from what was put to what is on disk. The order of the steps is what keeps the promises of
// output_folder.h: first the manifest says all contents that a path may hold from now on, then files change, then the
// manifest says what they hold.
#include <algorithm>
#include <iterator>

#include "output/output_folder.h"
#include "output/private_folder.h"

namespace errpress::output {

base::Result<Summary> OutputFolder::finish() {
  const std::vector<Orphan> orphans = disk_ ? find_orphans(*disk_, old_, plan_) : std::vector<Orphan>();
  if (mode_ == Mode::write) {
    if (auto status = refuse(orphans); !status) return status.error();
    if (auto status = apply(orphans); !status) return status.error();
    committed_ = true;
  } else {
    manifest_changed_ =
        format_manifest(new_lines()) != manifest_text_ && !(plan_.size() == 0 && manifest_text_.empty());
  }
  return summarise(orphans);
}

bool OutputFolder::anything_to_do(const std::vector<Orphan>& orphans) const {
  return std::any_of(
             outputs_.begin(), outputs_.end(),
             [](const Output& output) { return output.state == State::created || output.state == State::updated; }) ||
         std::any_of(orphans.begin(), orphans.end(),
                     [](const Orphan& orphan) { return orphan.verdict == Verdict::remove; });
}

// All that can be known to fail is known before the first change.
base::Status OutputFolder::refuse(const std::vector<Orphan>& orphans) const {
  for (const std::uint32_t id : plan_.sorted()) {
    if (outputs_[id].state != State::failed) continue;
    return base::Error{"was not written, so nothing was changed", shown_path(plan_.path(id))};
  }
  for (const Orphan& orphan : orphans) {
    if (orphan.verdict != Verdict::leave || !plan_.find_folder(orphan.path)) continue;
    return base::Error{"was changed after errpress wrote it, and a folder of this name is needed; move it away",
                       shown_path(orphan.path)};
  }
  return refusal();
}

base::Status OutputFolder::apply(const std::vector<Orphan>& orphans) {
  if (anything_to_do(orphans)) {
    if (auto status = write_manifest(text_ahead()); !status) return status;
    // Orphans first: one may stand where a folder is wanted.
    if (auto status = remove_orphans(*disk_, orphans, shown_); !status) return status;
    if (auto status = move_in(); !status) return status;
  }
  remove_emptied_folders(*disk_, orphans);
  if (auto status = write_manifest(format_manifest(new_lines())); !status) return status;
  if (const auto error = clear_temporary(*disk_)) return disk::disk_error("clear", shown_path(kTemporaryFolder), error);
  return refusal();
}

// The manifest of all contents that any path may hold until this run has ended.
std::string OutputFolder::text_ahead() const {
  const std::vector<ManifestLine> now = new_lines();
  if (old_.lines().empty()) return format_manifest(now);
  std::vector<ManifestLine> both;
  both.reserve(now.size() + old_.lines().size());
  std::merge(now.begin(), now.end(), old_.lines().begin(), old_.lines().end(), std::back_inserter(both));
  return format_manifest(both);
}

base::Status OutputFolder::move_in() {
  std::vector<Waiting> files;
  for (const std::uint32_t id : plan_.sorted()) {
    const State state = outputs_[id].state;
    if (state == State::created) files.push_back({id, disk::Overwrite::no});
    if (state == State::updated) files.push_back({id, disk::Overwrite::yes});
  }
  MoveReport report;
  if (auto status = staging_.move_in(files, report); !status) return status;
  if (!report.cross_device.empty()) {
    // These need temporary files outside `.errpress/tmp`; a run that dies must leave them known as ours.
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

// Adds to the manifest the temporary files next to the targets of `far`.
base::Status OutputFolder::own_beside(const std::vector<Waiting>& files) {
  auto known = Manifest::parse(manifest_text_, shown_path(kManifestPath));
  if (!known) return known.error();
  std::vector<std::string> paths;
  paths.reserve(files.size());
  for (const Waiting& file : files) paths.push_back(staging_.beside_path(file.id));
  std::vector<ManifestLine> lines = known->lines();
  for (const std::string& path : paths) lines.push_back({path, 0, true});
  std::sort(lines.begin(), lines.end());
  return write_manifest(format_manifest(lines));
}

// Somebody made these files while the run was under way: they stay, and are fine if they hold what we would write.
void OutputFolder::resolve_occupied(const std::vector<Waiting>& occupied) {
  for (const Waiting& file : occupied) {
    bool same = false;
    const std::string_view path = plan_.path(file.id);
    std::string bytes;
    if (const auto error = disk_->read(path, bytes); !error) same = content_of(bytes) == outputs_[file.id].content;
    outputs_[file.id].state = same ? State::unchanged : State::in_the_way;
  }
}

// The lines of all planned paths that are ours when this run has ended well, in order.
std::vector<ManifestLine> OutputFolder::new_lines() const {
  std::vector<ManifestLine> lines;
  lines.reserve(plan_.size());
  for (const std::uint32_t id : plan_.sorted()) {
    const Output& output = outputs_[id];
    if (output.state == State::untouched) {
      const auto first = old_.lines().begin() + output.first_line;
      lines.insert(lines.end(), first, first + output.line_count);
    } else if (output.state != State::in_the_way) {
      lines.push_back({plan_.path(id), output.content.hash, false});
    }
  }
  return lines;
}

// Only when it changes the file. No manifest is made for an empty folder.
base::Status OutputFolder::write_manifest(std::string text) {
  if (text == manifest_text_ || (manifest_text_.empty() && plan_.size() == 0)) return base::Done{};
  std::error_code error = ensure_ignore_file(*disk_);
  if (!error) error = replace_private(*disk_, kManifestPath, text);
  if (error) return disk::disk_error("write the manifest", shown_path(kManifestPath), error);
  manifest_changed_ = true;
  manifest_content_ = content_of(text);
  manifest_text_ = std::move(text);
  return base::Done{};
}

Summary OutputFolder::summarise(const std::vector<Orphan>& orphans) const {
  Summary summary;
  for (const std::uint32_t id : plan_.sorted()) {
    const std::string_view path = plan_.path(id);
    switch (outputs_[id].state) {
      case State::created:
        summary.created.push_back(path);
        break;
      case State::updated:
        summary.updated.push_back(path);
        break;
      case State::unchanged:
        summary.unchanged.push_back(path);
        break;
      case State::in_the_way:
        summary.in_the_way.push_back(path);
        break;
      case State::untouched:
      case State::failed:
        break;
    }
  }
  for (const Orphan& orphan : orphans) {
    if (orphan.verdict == Verdict::remove) summary.removed.push_back(orphan.path);
    if (orphan.verdict == Verdict::leave) summary.left_alone.push_back(orphan.path);
  }
  summary.manifest_changed = manifest_changed_;
  return summary;
}

}  // namespace errpress::output
