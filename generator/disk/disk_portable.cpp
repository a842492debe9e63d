#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "disk/disk.h"
#include "disk/files.h"

namespace errpress::disk {
namespace {

namespace fs = std::filesystem;

std::error_code last_error() { return {errno, std::generic_category()}; }

std::int64_t nanoseconds(fs::file_time_type time) {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

Kind kind_of(fs::file_type type) {
  switch (type) {
    case fs::file_type::none:
    case fs::file_type::not_found:
      return Kind::none;
    case fs::file_type::regular:
      return Kind::file;
    case fs::file_type::directory:
      return Kind::folder;
    case fs::file_type::symlink:
      return Kind::link;
    case fs::file_type::fifo:
      return Kind::fifo;
    case fs::file_type::socket:
      return Kind::socket;
    case fs::file_type::block:
    case fs::file_type::character:
      return Kind::device;
    default:
      return Kind::other;
  }
}

// The error for a path at which nothing exists: a component of the path is not a folder, or is missing.
std::error_code missing_component_error(const fs::path& path) {
  std::error_code error;
  static_cast<void>(fs::symlink_status(path, error));
  return error == std::errc::not_a_directory ? error : std::make_error_code(std::errc::no_such_file_or_directory);
}

class PortableDisk final : public Disk {
 public:
  explicit PortableDisk(fs::path root) : root_(std::move(root)) {}

  std::error_code list(std::string_view folder, Listing& listing, Links links) const override;
  std::error_code look(std::string_view path, FileInfo& info, Links links) const override;
  std::error_code read(std::string_view path, std::string& bytes, const ReadOptions& options) const override;
  std::error_code read_part(std::string_view path, std::uint64_t offset, std::size_t size,
                            std::string& bytes) const override;
  std::error_code holds(std::string_view path, std::string_view bytes, bool& same) const override;
  std::string folder_identity(std::string_view path) const override;
  std::error_code write_new(std::string_view path, std::string_view bytes) override {
    return write(path, bytes, "wbx");
  }
  std::error_code append(std::string_view path, std::string_view bytes) override;
  std::error_code move(std::string_view from, std::string_view to, Overwrite overwrite) override;
  std::error_code make_folder(std::string_view path) override {
    std::error_code error;
    const bool made = fs::create_directory(full(path), error);
    return made || error ? error : std::make_error_code(std::errc::file_exists);
  }
  std::error_code remove_file(std::string_view path) override { return remove(path, Kind::file); }
  std::error_code remove_folder(std::string_view path) override { return remove(path, Kind::folder); }
  // The standard library has no lock that ends with the process.
  std::error_code lock(std::string_view) override { return std::make_error_code(std::errc::no_lock_available); }

 private:
  fs::path full(std::string_view path) const {
    if (path.empty()) return root_.empty() ? fs::path(".") : root_;
    return root_ / fs::path(path);
  }
  std::error_code remove(std::string_view path, Kind wanted);
  std::error_code write(std::string_view path, std::string_view bytes, const char* mode);

  fs::path root_;
};

std::error_code PortableDisk::list(std::string_view folder, Listing& listing, Links links) const {
  listing.names.clear();
  listing.items.clear();
  std::error_code error;
  FileInfo info;
  if ((error = look(folder, info, folder.empty() ? Links::follow : links))) return error;
  if (info.kind == Kind::none) return std::make_error_code(std::errc::no_such_file_or_directory);
  if (info.kind != Kind::folder) return std::make_error_code(std::errc::not_a_directory);
  for (fs::directory_iterator entry(full(folder), error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const Kind kind = kind_of(entry->symlink_status(error).type());
    listing.items.push_back(
        {static_cast<std::uint32_t>(listing.names.size()), static_cast<std::uint32_t>(name.size()), kind});
    listing.names += name;
  }
  return error;
}

std::error_code PortableDisk::look(std::string_view path, FileInfo& info, Links links) const {
  std::error_code error;
  const fs::path file = full(path);
  const auto status = links == Links::follow ? fs::status(file, error) : fs::symlink_status(file, error);
  info.kind = kind_of(status.type());
  if (info.kind == Kind::none) {
    const bool nothing = !error || error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
    return nothing ? std::error_code() : error;
  }
  if (info.kind != Kind::file) return {};
  const std::uint64_t size = fs::file_size(file, error);
  if (error) return error;
  const std::int64_t modified = nanoseconds(fs::last_write_time(file, error));
  info.stamp = {size, modified, modified, 0};
  return error;
}

std::error_code PortableDisk::read(std::string_view path, std::string& bytes, const ReadOptions& options) const {
  // Checked before opening, so that opening a FIFO never blocks. The stamp is taken first, so it is outdated if the
  // file changes during the read.
  FileInfo info;
  if (const auto error = look(path, info, options.links)) return error;
  if (info.kind == Kind::link) return std::make_error_code(std::errc::too_many_symbolic_link_levels);
  if (info.kind == Kind::none) return missing_component_error(full(path));
  if (info.kind != Kind::file) return std::make_error_code(std::errc::not_supported);
  if (info.stamp.size > options.limit) return std::make_error_code(std::errc::file_too_large);
  std::ifstream file(full(path), std::ios::binary);
  if (!file) return std::make_error_code(std::errc::permission_denied);
  bytes.resize(info.stamp.size + 1);
  std::size_t size = 0;
  while (file.read(bytes.data() + size, static_cast<std::streamsize>(bytes.size() - size))) {
    size = bytes.size();
    if (size > options.limit) return std::make_error_code(std::errc::file_too_large);
    bytes.resize(size * 2 + 4096);
  }
  if (file.bad()) return std::make_error_code(std::errc::io_error);
  bytes.resize(size + static_cast<std::size_t>(file.gcount()));
  if (bytes.size() > options.limit) return std::make_error_code(std::errc::file_too_large);
  if (options.stamp != nullptr) *options.stamp = info.stamp;
  return {};
}

std::string PortableDisk::folder_identity(std::string_view path) const {
  std::error_code error;
  const fs::path canonical = fs::canonical(full(path), error);
  return !error && fs::is_directory(canonical, error) ? canonical.string() : std::string();
}

std::error_code PortableDisk::read_part(std::string_view path, std::uint64_t offset, std::size_t size,
                                        std::string& bytes) const {
  FileInfo info;
  if (const auto error = look(path, info, Links::keep)) return error;
  if (info.kind == Kind::none) return std::make_error_code(std::errc::no_such_file_or_directory);
  if (info.kind != Kind::file) return std::make_error_code(std::errc::not_supported);
  std::ifstream file(full(path), std::ios::binary);
  if (!file.is_open()) return std::make_error_code(std::errc::io_error);
  bytes.resize(offset < info.stamp.size ? std::min<std::uint64_t>(size, info.stamp.size - offset) : 0);
  file.seekg(static_cast<std::streamoff>(offset));
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return file.bad() ? std::make_error_code(std::errc::io_error) : std::error_code();
}

std::error_code PortableDisk::holds(std::string_view path, std::string_view bytes, bool& same) const {
  same = false;
  FileInfo info;
  if (const auto error = look(path, info, Links::keep)) return error;
  if (info.kind != Kind::file || info.stamp.size != bytes.size()) return {};
  std::string existing;
  if (const auto error = read(path, existing, {})) return error;
  same = existing == bytes;
  return {};
}

std::error_code PortableDisk::append(std::string_view path, std::string_view bytes) {
  FileInfo info;
  if (const auto error = look(path, info, Links::keep)) return error;
  if (info.kind != Kind::file) return std::make_error_code(std::errc::no_such_file_or_directory);
  return write(path, bytes, "ab");
}

// Deletes the file if writing fails.
std::error_code PortableDisk::write(std::string_view path, std::string_view bytes, const char* mode) {
  const std::string name = full(path).string();
  std::FILE* file = std::fopen(name.c_str(), mode);
  if (file == nullptr) return last_error();
  errno = 0;
  std::error_code error;
  const bool written = bytes.empty() || std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (!written) error = last_error();
  if (std::fclose(file) != 0 && !error) error = last_error();
  if (error) std::remove(name.c_str());
  return error;
}

std::error_code PortableDisk::move(std::string_view from, std::string_view to, Overwrite overwrite) {
  FileInfo info;
  if (const auto error = look(to, info, Links::keep)) return error;
  if (info.kind != Kind::none && overwrite == Overwrite::no) return std::make_error_code(std::errc::file_exists);
  std::error_code error;
  fs::rename(full(from), full(to), error);
  return error;
}

std::error_code PortableDisk::remove(std::string_view path, Kind wanted) {
  FileInfo info;
  if (const auto error = look(path, info, Links::keep)) return error;
  if (info.kind == Kind::none) return std::make_error_code(std::errc::no_such_file_or_directory);
  if ((info.kind == Kind::folder) != (wanted == Kind::folder)) {
    return std::make_error_code(wanted == Kind::folder ? std::errc::not_a_directory : std::errc::is_a_directory);
  }
  std::error_code error;
  fs::remove(full(path), error);
  return error;
}

}  // namespace

base::Result<std::unique_ptr<Disk>> open_disk(const std::string& folder) {
  const fs::path root(folder.empty() ? "." : folder);
  std::error_code error;
  if (!fs::is_directory(root, error)) {
    return disk_error("open the folder", folder, error ? error : std::make_error_code(std::errc::not_a_directory));
  }
  return std::unique_ptr<Disk>(std::make_unique<PortableDisk>(root));
}

const Disk& working_folder() {
  static const PortableDisk kDisk{fs::path()};
  return kDisk;
}

std::int64_t file_clock_now() { return nanoseconds(fs::file_time_type::clock::now()); }

void open_standard_streams() {}

}  // namespace errpress::disk
