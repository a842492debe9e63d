#include "output/snapshot.h"

#include "output/private_folder.h"

namespace errpress::output {
namespace {

base::Status check_folder(disk::Kind kind, bool freed, std::string shown_path) {
  if (kind == disk::Kind::none || kind == disk::Kind::folder || freed) return base::Done{};
  if (kind == disk::Kind::link) {
    return base::Error{
        "is a link, and errpress does not follow links inside its output folder; put a folder here, or point the "
        "output folder itself elsewhere",
        std::move(shown_path)};
  }
  return base::Error{"is not a folder, but outputs are to be written into a folder of this name; move it away",
                     std::move(shown_path)};
}

// Lists one folder and records the kinds of all planned folders and files in it.
std::error_code note_entries(disk::Disk& disk, const Plan& plan, std::string_view folder,
                             std::vector<disk::Kind>& folders, std::vector<disk::Kind>& files) {
  disk::Listing listing;
  if (const auto error = disk.list(folder, listing)) return error;
  std::string path(folder);
  if (!path.empty()) path += '/';
  const std::size_t prefix = path.size();
  for (const disk::Listing::Item& item : listing.items) {
    path.resize(prefix);
    path += listing.name(item);
    if (const auto id = plan.find(path))
      files[*id] = item.kind;
    else if (const auto number = plan.find_folder(path))
      folders[*number] = item.kind;
  }
  return {};
}

}  // namespace

base::Result<Snapshot> take_snapshot(disk::Disk* disk, const Plan& plan, const std::vector<bool>& freed,
                                     const std::string& shown) {
  Snapshot result;
  result.files.resize(plan.size(), disk::Kind::none);
  const auto& planned = plan.folders();
  std::vector<disk::Kind> kinds(planned.size(), disk::Kind::none);
  kinds[0] = disk::Kind::folder;
  for (std::uint32_t number = 0; number < planned.size(); ++number) {
    const PlannedFolder& folder = planned[number];
    const std::string shown_path = folder.path.empty() ? shown : shown + '/' + std::string(folder.path);
    if (auto status = check_folder(kinds[number], freed[number], shown_path); !status) return status.error();
    if (kinds[number] != disk::Kind::folder) {
      const bool parent_exists = result.exists(folder.parent);
      result.missing_from.push_back(parent_exists ? number : result.missing_from[folder.parent]);
      continue;
    }
    result.missing_from.push_back(kFolderExists);
    if (disk == nullptr) continue;
    if (const auto error = note_entries(*disk, plan, folder.path, kinds, result.files)) {
      return disk::disk_error("list the folder", shown_path, error);
    }
  }
  return result;
}

}  // namespace errpress::output
