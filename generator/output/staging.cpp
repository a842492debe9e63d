#include "output/staging.h"

#include <fmt/format.h>

#include "output/private_folder.h"

namespace errpress::output {
namespace {

constexpr std::string_view kStage = ".errpress/tmp/stage";

std::string staged(std::string_view path) {
  std::string whole;
  whole.reserve(kStage.size() + 1 + path.size());
  whole.append(kStage).append("/").append(path);
  return whole;
}

}  // namespace

std::string Staging::waiting_path(std::uint32_t id) const {
  if (!snapshot_.exists(plan_.folder_of(id))) return staged(plan_.path(id));
  return std::string(kTemporaryFolder).append("/").append(std::to_string(id));
}

std::string Staging::beside_path(std::uint32_t id) const {
  return temporary_path(plan_.folders()[plan_.folder_of(id)].path, id);
}

std::string Staging::shown_path(std::uint32_t id) const { return shown_ + '/' + std::string(plan_.path(id)); }

base::Status Staging::make_folders() {
  used_ = true;
  std::error_code error = ensure_folder(*disk_, kTemporaryFolder);
  if (!error) error = ensure_folder(*disk_, kStage);
  // An existing folder that contains a missing one is needed in the staged tree as well.
  const auto& folders = plan_.folders();
  std::vector<bool> needed(folders.size(), false);
  for (auto folder = static_cast<std::uint32_t>(folders.size()); folder-- > 1;) {
    if (!snapshot_.exists(folder)) needed[folder] = true;
    if (needed[folder]) needed[folders[folder].parent] = true;
  }
  for (std::uint32_t folder = 1; !error && folder < folders.size(); ++folder) {
    if (needed[folder]) error = disk_->make_folder(staged(folders[folder].path));
  }
  if (error) return disk::disk_error("make folders", shown_ + '/' + std::string(kTemporaryFolder), error);
  return base::Done{};
}

base::Status Staging::write(std::uint32_t id, std::string_view bytes) {
  {
    const std::lock_guard lock(making_folders_);
    if (!folders_made_) folders_made_ = make_folders();
    if (!*folders_made_) return *folders_made_;
  }
  if (const auto error = disk_->write_new(waiting_path(id), bytes))
    return disk::disk_error("write", shown_path(id), error);
  return base::Done{};
}

base::Status Staging::append(std::uint32_t id, std::string_view bytes) {
  if (const auto error = disk_->append(waiting_path(id), bytes))
    return disk::disk_error("write", shown_path(id), error);
  return base::Done{};
}

base::Status Staging::move_in(const std::vector<Waiting>& files, const IsOurs& is_ours, MoveReport& report) {
  std::vector<bool> moved(plan_.folders().size(), false);
  if (auto status = move_trees(files, moved); !status) return status;
  for (const Waiting& file : files) {
    const std::uint32_t root = snapshot_.missing_from[plan_.folder_of(file.id)];
    if (root != kFolderExists && moved[root]) continue;
    if (auto status = move_file(file, waiting_path(file.id), is_ours, report); !status) return status;
  }
  return base::Done{};
}

// Renames every staged tree that contains a file; if that fails, creates its folders in place.
base::Status Staging::move_trees(const std::vector<Waiting>& files, std::vector<bool>& moved) {
  const auto& folders = plan_.folders();
  std::vector<bool> filled(folders.size(), false);
  for (const Waiting& file : files) filled[plan_.folder_of(file.id)] = true;
  for (auto folder = static_cast<std::uint32_t>(folders.size()); folder-- > 1;) {
    if (filled[folder])
      filled[folders[folder].parent] = true;
    else if (used_ && !snapshot_.exists(folder))
      disk_->remove_folder(staged(folders[folder].path));
  }
  for (std::uint32_t folder = 1; folder < folders.size(); ++folder) {
    if (!filled[folder] || snapshot_.missing_from[folder] != folder) continue;
    moved[folder] = !disk_->move(staged(folders[folder].path), folders[folder].path, disk::Overwrite::no);
    if (moved[folder]) continue;
    if (auto status = loosen(folder); !status) return status;
  }
  return base::Done{};
}

// Creates the folders of a staged tree at their final paths, so that its files can be moved one by one.
base::Status Staging::loosen(std::uint32_t root) {
  for (std::uint32_t folder = root; folder < plan_.folders().size(); ++folder) {
    if (snapshot_.missing_from[folder] != root) continue;
    const std::string path(plan_.folders()[folder].path);
    disk::FileInfo seen;
    std::error_code error = ensure_folder(*disk_, path);
    if (!error) error = disk_->look(path, seen);
    if (!error && seen.kind != disk::Kind::folder) error = std::make_error_code(std::errc::not_a_directory);
    if (error) return disk::disk_error("make the folder", shown_ + '/' + path, error);
  }
  return base::Done{};
}

// A file that is gone can be replaced as well. If the disk fails here, the rename says so.
bool Staging::is_as_seen(const Waiting& file) const {
  disk::FileInfo there;
  if (disk_->look(plan_.path(file.id), there) || there.kind == disk::Kind::none) return true;
  return there.kind == file.seen.kind && there.stamp == file.seen.stamp;
}

base::Status Staging::move_file(const Waiting& file, const std::string& from, const IsOurs& is_ours,
                                MoveReport& report) {
  if (file.overwrite == disk::Overwrite::yes && !is_as_seen(file) && !is_ours(file.id)) {
    report.edited.push_back(file);
    return base::Done{};
  }
  const auto error = disk_->move(from, plan_.path(file.id), file.overwrite);
  if (error == std::errc::file_exists && file.overwrite == disk::Overwrite::no)
    report.occupied.push_back(file);
  else if (error == std::errc::cross_device_link)
    report.cross_device.push_back(file);
  else if (error)
    return disk::disk_error("replace", shown_path(file.id), error);
  return base::Done{};
}

base::Status Staging::carry_in(const Waiting& file, const IsOurs& is_ours, MoveReport& report) {
  const std::string beside = beside_path(file.id);
  std::string bytes;
  std::error_code error = disk_->read(waiting_path(file.id), bytes);
  if (!error) error = disk_->write_new(beside, bytes);
  if (error) return disk::disk_error("write", shown_path(file.id), error);
  const std::size_t left = report.occupied.size() + report.edited.size();
  auto status = move_file(file, beside, is_ours, report);
  if (!status || report.occupied.size() + report.edited.size() != left) disk_->remove_file(beside);
  return status;
}

}  // namespace errpress::output
