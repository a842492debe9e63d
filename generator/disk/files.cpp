#include "disk/files.h"

#include <fmt/format.h>

#include <utility>

namespace errpress::disk {

namespace {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::folder:
      return "folder";
    case Kind::fifo:
      return "FIFO";
    case Kind::socket:
      return "socket";
    case Kind::device:
      return "device";
    default:
      return "";
  }
}

base::Error not_a_file(const std::string& path, Kind kind) {
  const std::string_view name = name_of(kind);
  if (name.empty()) return {"is not a regular file", path};
  return {fmt::format("is a {}, not a regular file", name), path};
}

// A dangling link exists itself.
std::string missing(const std::string& path, const Disk& disk) {
  FileInfo info;
  const bool is_link = !disk.look(path, info) && info.kind == Kind::link;
  return is_link ? "is a link that leads nowhere" : "does not exist";
}

std::string reason_text(const std::string& path, std::error_code reason, const Disk& disk) {
  if (reason == std::errc::no_such_file_or_directory) return missing(path, disk);
  if (reason == std::errc::not_a_directory) return "does not exist: a part of its path is not a folder";
  if (reason == std::errc::permission_denied) return "no permission to read it";
  if (reason == std::errc::operation_not_permitted) return "no permission to read it";
  if (reason == std::errc::too_many_symbolic_link_levels) return "is a link that leads back to itself";
  if (reason == std::errc::filename_too_long) return "its path is longer than the system allows";
  return fmt::format("cannot be read: {}", reason.message());
}

base::Error too_large(const std::string& path, std::uint64_t limit) {
  constexpr std::uint64_t kGiB = std::uint64_t{1} << 30;
  if (limit % kGiB == 0) return {fmt::format("is larger than {} GiB", limit / kGiB), path};
  return {fmt::format("is larger than {} bytes", limit), path};
}

// The reason why `path` could not be read or listed. Accesses the disk again.
base::Error unreadable(const std::string& path, std::error_code reason, const Disk& disk) {
  FileInfo info;
  const bool is_known = !disk.look(path, info, Links::follow);
  // Opening a socket fails, and the message of the system ("no such device") would be misleading.
  const bool is_special = reason == std::errc::not_supported || info.kind == Kind::socket;
  if (is_known && is_special && info.kind != Kind::none && info.kind != Kind::file) return not_a_file(path, info.kind);
  return {reason_text(path, reason, disk), path};
}

}  // namespace

base::Status read_file(const std::string& path, std::string& bytes, FileStamp* stamp, std::uint64_t limit,
                       const Disk& disk) {
  const auto error = disk.read(path, bytes, {.links = Links::follow, .limit = limit, .stamp = stamp});
  if (!error) return base::Done{};
  if (error == std::errc::file_too_large) return too_large(path, limit);
  return unreadable(path, error, disk);
}

base::Result<FileStamp> stamp_file(const std::string& path, const Disk& disk) {
  FileInfo info;
  if (const auto error = disk.look(path, info, Links::follow)) return unreadable(path, error, disk);
  if (info.kind == Kind::file) return info.stamp;
  if (info.kind != Kind::none) return not_a_file(path, info.kind);
  // Reading tells which component of the path is missing.
  std::string bytes;
  const auto error = disk.read(path, bytes, {.links = Links::follow, .limit = 0});
  return unreadable(path, error ? error : std::make_error_code(std::errc::no_such_file_or_directory), disk);
}

base::Result<std::vector<Entry>> list_folder(const std::string& path, const Disk& disk) {
  Listing listing;
  if (const auto error = disk.list(path, listing, Links::follow)) return unreadable(path, error, disk);
  std::vector<Entry> entries;
  entries.reserve(listing.items.size());
  for (const Listing::Item& item : listing.items) {
    Entry entry{std::string(listing.name(item)), item.kind, item.kind == Kind::link};
    if (entry.is_link) {
      FileInfo info;
      const std::error_code error = disk.look(path + '/' + entry.name, info, Links::follow);
      entry.kind = error ? Kind::link : info.kind;
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

bool is_folder(const std::string& path, const Disk& disk) {
  FileInfo info;
  return !disk.look(path, info, Links::follow) && info.kind == Kind::folder;
}

}  // namespace errpress::disk
