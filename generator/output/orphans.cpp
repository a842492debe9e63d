#include "output/orphans.h"

#include <algorithm>
#include <functional>
#include <set>
#include <span>

#include "output/ownership.h"

namespace errpress::output {
namespace {

disk::Kind kind_at(const disk::Disk& disk, std::string_view path) {
  disk::FileInfo seen;
  return disk.look(path, seen) ? disk::Kind::other : seen.kind;
}

// Kind::folder if every component of the path `folder` is a real folder; otherwise the kind of the first that is not.
disk::Kind kind_of_way(const disk::Disk& disk, std::string_view folder) {
  for (std::size_t slash = 0; slash < folder.size(); ++slash) {
    slash = std::min(folder.find('/', slash), folder.size());
    if (const disk::Kind kind = kind_at(disk, folder.substr(0, slash)); kind != disk::Kind::folder) return kind;
  }
  return disk::Kind::folder;
}

// On a case-insensitive disk, an orphan and a planned path may be the same file.
bool is_planned_file(const disk::Disk& disk, std::string_view path, const Plan& plan) {
  const auto twin = plan.find_folded(path);
  if (!twin) return false;
  disk::FileInfo ours, theirs;
  if (disk.look(path, ours) || disk.look(plan.path(*twin), theirs)) return false;
  return ours.kind == disk::Kind::file && theirs.kind == disk::Kind::file && ours.stamp == theirs.stamp;
}

Verdict judge_orphan(const disk::Disk& disk, std::span<const ManifestLine> lines, const Plan& plan,
                     const InputFiles& inputs, disk::FileInfo& seen) {
  const std::string_view path = lines.front().path;
  if (disk.look(path, seen)) return Verdict::leave;
  if (seen.kind == disk::Kind::none || seen.kind == disk::Kind::folder) return Verdict::gone;
  if (seen.kind != disk::Kind::file) return Verdict::leave;
  if (is_planned_file(disk, path, plan)) return Verdict::gone;
  if (inputs.contains(seen.stamp)) return Verdict::input;
  bool recorded = false;
  return !is_recorded(disk, path, lines, recorded) && recorded ? Verdict::remove : Verdict::leave;
}

Orphan orphan_of(const disk::Disk& disk, std::span<const ManifestLine> lines, const Plan& plan,
                 const InputFiles& inputs) {
  disk::FileInfo seen;
  const Verdict verdict = judge_orphan(disk, lines, plan, inputs, seen);
  return {lines.front().path, verdict, seen.stamp};
}

bool is_as_seen(const disk::Disk& disk, const Orphan& orphan) {
  disk::FileInfo there;
  return !disk.look(orphan.path, there) && there.kind == disk::Kind::file && there.stamp == orphan.seen;
}

}  // namespace

std::vector<Orphan> find_orphans(disk::Disk& disk, const Manifest& manifest, const Plan& plan, const Scope& scope,
                                 const InputFiles& inputs) {
  std::vector<Orphan> orphans;
  const std::span<const ManifestLine> lines = manifest.lines();
  std::string_view folder;  // the last one checked; "" is always a folder
  disk::Kind way = disk::Kind::folder;
  for (std::size_t first = 0, end = 0; first < lines.size(); first = end) {
    const std::string_view path = lines[first].path;
    end = first + lines_of_first_path(lines.subspan(first));
    if (plan.find(path) || !scope.covers(lines.subspan(first, end - first))) continue;
    if (folder_part(path) != folder) {
      folder = folder_part(path);
      way = kind_of_way(disk, folder);
    }
    if (way == disk::Kind::folder)
      orphans.push_back(orphan_of(disk, lines.subspan(first, end - first), plan, inputs));
    else
      orphans.push_back({path, way == disk::Kind::link ? Verdict::leave : Verdict::gone});
  }
  return orphans;
}

bool holds_only_orphans(disk::Disk& disk, const Manifest& manifest, const Plan& plan, const Scope& scope,
                        const InputFiles& inputs, const std::string& folder, bool interrupted) {
  const std::span<const ManifestLine> lines = manifest.lines();
  const auto from = [&](const std::string& path) {
    const auto at = std::lower_bound(lines.begin(), lines.end(), path,
                                     [](const ManifestLine& line, const std::string& key) { return line.path < key; });
    return lines.subspan(static_cast<std::size_t>(at - lines.begin()));
  };
  const auto below = from(folder + '/');
  if (below.empty() || !below.front().path.starts_with(folder + '/')) return false;
  disk::Listing listing;
  if (disk.list(folder, listing) || (listing.items.empty() && !interrupted)) return false;
  return std::all_of(listing.items.begin(), listing.items.end(), [&](const disk::Listing::Item& item) {
    const std::string path = folder + '/' + std::string(listing.name(item));
    if (item.kind == disk::Kind::folder)
      return holds_only_orphans(disk, manifest, plan, scope, inputs, path, interrupted);
    const auto rest = from(path);
    if (rest.empty() || rest.front().path != path) return false;
    const auto of_path = rest.first(lines_of_first_path(rest));
    return scope.covers(of_path) && orphan_of(disk, of_path, plan, inputs).verdict == Verdict::remove;
  });
}

base::Status remove_orphans(disk::Disk& disk, std::vector<Orphan>& orphans, const std::string& shown) {
  for (Orphan& orphan : orphans) {
    if (orphan.verdict != Verdict::remove) continue;
    if (!is_as_seen(disk, orphan)) {
      orphan.verdict = kind_at(disk, orphan.path) == disk::Kind::none ? Verdict::gone : Verdict::leave;
      continue;
    }
    const auto error = disk.remove_file(orphan.path);
    if (error && error != std::errc::no_such_file_or_directory) {
      return disk::disk_error("remove", shown + '/' + std::string(orphan.path), error);
    }
    orphan.removed = true;
  }
  return base::Done{};
}

void remove_emptied_folders(disk::Disk& disk, const std::vector<Orphan>& orphans) {
  // Subfolders first: a parent is added once a folder in it is gone.
  std::set<std::string_view, std::greater<>> folders;
  const auto add = [&folders](std::string_view folder) {
    if (!folder.empty()) folders.insert(folder);
  };
  for (const Orphan& orphan : orphans) {
    if (orphan.removed) add(folder_part(orphan.path));
  }
  while (!folders.empty()) {
    const std::string_view folder = folders.extract(folders.begin()).value();
    const auto error = disk.remove_folder(folder);
    if (!error || error == std::errc::no_such_file_or_directory) add(folder_part(folder));
  }
}

}  // namespace errpress::output
