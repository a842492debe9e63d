#include "output/survey.h"

#include "output/private_folder.h"

namespace errpress::output {
namespace {

text::Status check_folder(Kind kind, bool freed, std::string shown_path) {
  if (kind == Kind::none || kind == Kind::folder || freed) return text::Done{};
  if (kind == Kind::link) {
    return text::Error{
        "is a link, and errpress follows none inside its output folder; put a folder here, or point the "
        "output folder itself elsewhere",
        std::move(shown_path)};
  }
  return text::Error{"is not a folder, but outputs are to be written into a folder of this name; move it away",
                     std::move(shown_path)};
}

// Lists one folder and notes the kinds of all planned folders and files in it.
std::error_code note_entries(Disk& disk, const Plan& plan, std::string_view folder, std::vector<Kind>& folders,
                             std::vector<Kind>& files) {
  Listing listing;
  if (const auto error = disk.list(folder, listing)) return error;
  std::string path(folder);
  if (!path.empty()) path += '/';
  const std::size_t prefix = path.size();
  for (const Listing::Item& item : listing.items) {
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

text::Result<Survey> survey(Disk* disk, const Plan& plan, const std::vector<bool>& freed, const std::string& shown) {
  Survey result;
  result.files.resize(plan.size(), Kind::none);
  const auto& planned = plan.folders();
  std::vector<Kind> kinds(planned.size(), Kind::none);
  kinds[0] = Kind::folder;
  for (std::uint32_t number = 0; number < planned.size(); ++number) {
    const PlannedFolder& folder = planned[number];
    const std::string shown_path = folder.path.empty() ? shown : shown + '/' + std::string(folder.path);
    if (auto status = check_folder(kinds[number], freed[number], shown_path); !status) return status.error();
    if (kinds[number] != Kind::folder) {
      const bool parent_exists = result.exists(folder.parent);
      result.missing_from.push_back(parent_exists ? number : result.missing_from[folder.parent]);
      continue;
    }
    result.missing_from.push_back(kFolderExists);
    if (disk == nullptr) continue;
    if (const auto error = note_entries(*disk, plan, folder.path, kinds, result.files)) {
      return disk_error("list the folder", shown_path, error);
    }
  }
  return result;
}

}  // namespace errpress::output
