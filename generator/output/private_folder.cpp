#include "output/private_folder.h"

#include <charconv>

#include "output/plan.h"

namespace errpress::output {
namespace {

constexpr std::string_view kIgnore =
    "# Written by errpress: of this folder, only these files should be committed.\n"
    "*\n"
    "!.gitattributes\n"
    "!.gitignore\n"
    "!manifest\n";

// The .gitignore that errpress wrote before it had a .gitattributes.
constexpr std::string_view kFirstIgnore =
    "# Written by errpress: of this folder, only the manifest belongs in version control.\n"
    "*\n"
    "!.gitignore\n"
    "!manifest\n";

constexpr std::string_view kAttributes =
    "# Written by errpress: no line ends are converted here, and a merge of the manifest takes the lines of both "
    "sides.\n"
    "* -text\n"
    "manifest merge=union\n";

constexpr std::string_view kTemporaryStart = ".errpress-";
constexpr std::string_view kTemporaryEnd = ".tmp";

std::error_code unless(std::error_code error, std::errc expected) {
  return error == expected ? std::error_code() : error;
}

std::error_code remove_tree(disk::Disk& disk, const std::string& folder);

std::error_code empty_folder(disk::Disk& disk, const std::string& folder) {
  disk::Listing listing;
  if (const auto error = disk.list(folder, listing)) return error;
  for (const disk::Listing::Item& item : listing.items) {
    const std::string path = folder + '/' + std::string(listing.name(item));
    const auto error = item.kind == disk::Kind::folder ? remove_tree(disk, path) : disk.remove_file(path);
    if (error) return error;
  }
  return {};
}

std::error_code remove_tree(disk::Disk& disk, const std::string& folder) {
  const auto error = empty_folder(disk, folder);
  return error ? error : disk.remove_folder(folder);
}

// The result of removing `.errpress/tmp` as a folder. If it is something else, removes that.
std::error_code after_clearing(disk::Disk& disk, std::error_code error) {
  if (error == std::errc::not_a_directory || error == std::errc::too_many_symbolic_link_levels) {
    return disk.remove_file(kTemporaryFolder);
  }
  return unless(error, std::errc::no_such_file_or_directory);
}

// Writes `bytes` if there is no file, or if it holds `old_bytes`.
std::error_code ensure_file(disk::Disk& disk, std::string_view path, std::string_view bytes,
                            std::string_view old_bytes) {
  disk::FileInfo seen;
  if (const auto error = disk.look(path, seen)) return error;
  bool outdated = false;
  if (seen.kind != disk::Kind::none && bytes != old_bytes) {
    if (const auto error = disk.holds(path, old_bytes, outdated)) return error;
  }
  return seen.kind == disk::Kind::none || outdated ? replace_private(disk, path, bytes) : std::error_code();
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
  return after_clearing(disk, remove_tree(disk, std::string(kTemporaryFolder)));
}

std::error_code empty_temporary(disk::Disk& disk) {
  return after_clearing(disk, empty_folder(disk, std::string(kTemporaryFolder)));
}

std::error_code ensure_git_files(disk::Disk& disk) {
  std::error_code error = ensure_file(disk, kIgnorePath, kIgnore, kFirstIgnore);
  if (!error) error = ensure_file(disk, kAttributesPath, kAttributes, kAttributes);
  return error;
}

std::string temporary_path(std::string_view folder, std::uint32_t number) {
  std::string path(folder);
  if (!path.empty()) path += '/';
  return path.append(kTemporaryStart).append(std::to_string(number)).append(kTemporaryEnd);
}

bool is_temporary_path(std::string_view path) {
  const std::string_view folder = folder_part(path);
  if (!folder.empty() && path_fault(folder) != nullptr) return false;
  std::string_view name = path.substr(folder.empty() ? 0 : folder.size() + 1);
  if (!name.starts_with(kTemporaryStart) || !name.ends_with(kTemporaryEnd)) return false;
  name.remove_prefix(kTemporaryStart.size());
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
  return parsed.ec == std::errc() && path == temporary_path(folder, number);
}

}  // namespace errpress::output
