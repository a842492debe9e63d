#include "disk/file_problem.h"

#include <fmt/format.h>

namespace errpress::disk {

namespace fs = std::filesystem;

namespace {

const char* kind_of(fs::file_type type) {
  switch (type) {
    case fs::file_type::directory:
      return "folder";
    case fs::file_type::fifo:
      return "FIFO";
    case fs::file_type::socket:
      return "socket";
    case fs::file_type::block:
    case fs::file_type::character:
      return "device";
    default:
      return nullptr;
  }
}

// What is missing: the link itself is there if it leads nowhere.
std::string missing(const std::string& path) {
  std::error_code ignored;
  const bool is_link = fs::symlink_status(path, ignored).type() == fs::file_type::symlink;
  return is_link ? "is a link that leads nowhere" : "does not exist";
}

std::string reason_text(const std::string& path, std::error_code reason) {
  if (reason == std::errc::no_such_file_or_directory) return missing(path);
  if (reason == std::errc::not_a_directory) return "does not exist: a part of its path is not a folder";
  if (reason == std::errc::permission_denied) return "no permission to read it";
  if (reason == std::errc::operation_not_permitted) return "no permission to read it";
  if (reason == std::errc::too_many_symbolic_link_levels) return "is a link that leads back to itself";
  if (reason == std::errc::filename_too_long) return "its path is longer than the system allows";
  return fmt::format("cannot be read: {}", reason.message());
}

}  // namespace

base::Error not_a_file(const std::string& path, fs::file_type type) {
  const char* kind = kind_of(type);
  if (kind == nullptr) return {"is not a regular file", path};
  return {fmt::format("is a {}, not a regular file", kind), path};
}

base::Error unreadable(const std::string& path, std::error_code reason) {
  // A socket cannot be opened; what the system says of it ("no such device") would mislead.
  std::error_code unknown;
  const fs::file_type type = fs::status(path, unknown).type();
  if (!unknown && type == fs::file_type::socket) return not_a_file(path, type);
  return {reason_text(path, reason), path};
}

base::Error too_large(const std::string& path, std::uint64_t limit) {
  constexpr std::uint64_t kGiB = std::uint64_t{1} << 30;
  if (limit % kGiB == 0) return {fmt::format("is larger than {} GiB", limit / kGiB), path};
  return {fmt::format("is larger than {} bytes", limit), path};
}

}  // namespace errpress::disk
