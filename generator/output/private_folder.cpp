#include "output/private_folder.h"

namespace errpress::output {
namespace {

constexpr std::string_view kIgnore =
    "# Written by errpress: of this folder, only the manifest belongs in version control.\n"
    "*\n"
    "!.gitignore\n"
    "!manifest\n";

std::error_code unless(std::error_code error, std::errc expected) {
  return error == expected ? std::error_code() : error;
}

std::error_code remove_tree(disk::Disk& disk, const std::string& folder) {
  disk::Listing listing;
  if (const auto error = disk.list(folder, listing)) return error;
  for (const disk::Listing::Item& item : listing.items) {
    const std::string path = folder + '/' + std::string(listing.name(item));
    const auto error = item.kind == disk::Kind::folder ? remove_tree(disk, path) : disk.remove_file(path);
    if (error) return error;
  }
  return disk.remove_folder(folder);
}

}  // namespace

std::error_code ensure_folder(disk::Disk& disk, std::string_view path) {
  return unless(disk.make_folder(path), std::errc::file_exists);
}

std::error_code replace_private(disk::Disk& disk, std::string_view path, std::string_view bytes) {
  if (const auto error = ensure_folder(disk, kTemporaryFolder)) return error;
  const std::string temporary = std::string(kTemporaryFolder) + std::string(path.substr(kPrivateFolder.size()));
  if (const auto error = unless(disk.remove_file(temporary), std::errc::no_such_file_or_directory)) return error;
  if (const auto error = disk.write_new(temporary, bytes)) return error;
  const auto error = disk.move(temporary, path, disk::Overwrite::yes);
  if (error) disk.remove_file(temporary);
  return error;
}

std::error_code clear_temporary(disk::Disk& disk) {
  const auto error = remove_tree(disk, std::string(kTemporaryFolder));
  if (error == std::errc::not_a_directory || error == std::errc::too_many_symbolic_link_levels) {
    return disk.remove_file(kTemporaryFolder);
  }
  return unless(error, std::errc::no_such_file_or_directory);
}

std::error_code ensure_ignore_file(disk::Disk& disk) {
  disk::FileInfo seen;
  if (const auto error = disk.look(kIgnorePath, seen)) return error;
  return seen.kind == disk::Kind::none ? replace_private(disk, kIgnorePath, kIgnore) : std::error_code();
}

}  // namespace errpress::output
