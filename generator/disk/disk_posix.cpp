#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>

#include "disk/disk.h"
#include "disk/posix.h"

namespace errpress::disk {
namespace {

using disk::posix::Descriptor;
using disk::posix::last_error;
using disk::posix::nanoseconds;
using disk::posix::retried;
using disk::posix::stamp_of;

std::error_code status_of(int result) { return result < 0 ? last_error() : std::error_code(); }

// The system wants paths that end in a zero byte. An over-long or broken path becomes one that fails as too long.
class SystemPath {
 public:
  explicit SystemPath(std::string_view path) {
    if (path.empty()) path = ".";
    if (path.size() >= buffer_.size()) {
      buffer_.fill('x');
      buffer_.back() = 0;
      return;
    }
    std::memcpy(buffer_.data(), path.data(), path.size());
    buffer_[path.size()] = 0;
  }
  const char* get() const { return buffer_.data(); }

 private:
  std::array<char, PATH_MAX + 1> buffer_;
};

Kind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return Kind::file;
  if (S_ISDIR(mode)) return Kind::folder;
  return S_ISLNK(mode) ? Kind::link : Kind::other;
}

Kind kind_of_entry(unsigned char type) {
  if (type == DT_REG) return Kind::file;
  if (type == DT_DIR) return Kind::folder;
  return type == DT_LNK ? Kind::link : Kind::other;
}

std::error_code write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return last_error();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

// Bytes read, 0 at the end of the file, -1 after an error.
ssize_t read_some(int file, char* to, std::size_t size) {
  ssize_t got = 0;
  do {
    got = ::read(file, to, size);
  } while (got < 0 && errno == EINTR);
  return got;
}

class PosixDisk final : public Disk {
 public:
  explicit PosixDisk(Descriptor root) : root_(std::move(root)) {}

  std::error_code list(std::string_view folder, Listing& listing) override;
  std::error_code look(std::string_view path, FileInfo& seen, Links links) const override;
  std::error_code read(std::string_view path, std::string& bytes) const override;
  std::error_code holds(std::string_view path, std::string_view bytes, bool& same) const override;
  std::error_code write_new(std::string_view path, std::string_view bytes) override;
  std::error_code move(std::string_view from, std::string_view to, Overwrite overwrite) override;
  std::error_code make_folder(std::string_view path) override {
    return status_of(::mkdirat(root_.get(), SystemPath(path).get(), 0777));
  }
  std::error_code remove_file(std::string_view path) override {
    return status_of(::unlinkat(root_.get(), SystemPath(path).get(), 0));
  }
  std::error_code remove_folder(std::string_view path) override {
    return status_of(::unlinkat(root_.get(), SystemPath(path).get(), AT_REMOVEDIR));
  }
  std::error_code lock(std::string_view path) override;

 private:
  std::error_code open_file(std::string_view path, Descriptor& file, std::uint64_t& size) const;
  std::error_code move_to_free(const char* from, const char* to);
  std::error_code link_to_free(const char* from, const char* to);

  Descriptor root_;
  Descriptor lock_;
  std::atomic<bool> rename_knows_noreplace_{true};
};

std::error_code PosixDisk::list(std::string_view folder, Listing& listing) {
  listing.names.clear();
  listing.items.clear();
  Descriptor opened(retried([&] {
    return ::openat(root_.get(), SystemPath(folder).get(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  }));
  if (!opened.open()) return last_error();
  DIR* stream = ::fdopendir(opened.get());
  if (stream == nullptr) return last_error();
  const int number = opened.release();  // the stream owns it now
  std::error_code error;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(stream);
    if (entry == nullptr) {
      if (errno != 0) error = last_error();
      break;
    }
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    Kind kind = kind_of_entry(entry->d_type);
    struct stat status {};
    if (entry->d_type == DT_UNKNOWN && ::fstatat(number, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
      kind = kind_of_mode(status.st_mode);
    }
    listing.items.push_back(
        {static_cast<std::uint32_t>(listing.names.size()), static_cast<std::uint32_t>(name.size()), kind});
    listing.names += name;
  }
  ::closedir(stream);
  return error;
}

std::error_code PosixDisk::look(std::string_view path, FileInfo& seen, Links links) const {
  struct stat status {};
  const int flags = links == Links::follow ? 0 : AT_SYMLINK_NOFOLLOW;
  seen.kind = Kind::none;
  if (::fstatat(root_.get(), SystemPath(path).get(), &status, flags) != 0) {
    return errno == ENOENT || errno == ENOTDIR ? std::error_code() : last_error();
  }
  seen.kind = kind_of_mode(status.st_mode);
  if (seen.kind == Kind::file) seen.stamp = stamp_of(status);
  return {};
}

std::error_code PosixDisk::open_file(std::string_view path, Descriptor& file, std::uint64_t& size) const {
  file = Descriptor(retried(
      [&] { return ::openat(root_.get(), SystemPath(path).get(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC); }));
  if (!file.open()) return last_error();
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return last_error();
  if (!S_ISREG(status.st_mode)) return std::make_error_code(std::errc::not_supported);
  size = static_cast<std::uint64_t>(status.st_size);
  return {};
}

std::error_code PosixDisk::read(std::string_view path, std::string& bytes) const {
  Descriptor file;
  std::uint64_t size = 0;
  if (const auto error = open_file(path, file, size)) return error;
  bytes.resize(size);
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = read_some(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) return last_error();
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return {};
}

std::error_code PosixDisk::holds(std::string_view path, std::string_view bytes, bool& same) const {
  same = false;
  Descriptor file;
  std::uint64_t size = 0;
  if (const auto error = open_file(path, file, size)) {
    const bool not_a_file = error == std::errc::too_many_symbolic_link_levels || error == std::errc::not_supported ||
                            error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
    return not_a_file ? std::error_code() : error;
  }
  if (size != bytes.size()) return {};
  std::array<char, 16384> chunk;
  while (!bytes.empty()) {
    const ssize_t got = read_some(file.get(), chunk.data(), std::min(chunk.size(), bytes.size()));
    if (got < 0) return last_error();
    const auto count = static_cast<std::size_t>(got);
    if (count == 0 || std::memcmp(chunk.data(), bytes.data(), count) != 0) return {};
    bytes.remove_prefix(count);
  }
  same = true;
  return {};
}

std::error_code PosixDisk::write_new(std::string_view path, std::string_view bytes) {
  const SystemPath system_path(path);
  Descriptor file(retried([&] {
    return ::openat(root_.get(), system_path.get(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  }));
  if (!file.open()) return last_error();
  std::error_code error = write_all(file.get(), bytes);
  // Some file systems tell of a full disk only here.
  if (::close(file.release()) != 0 && !error && errno != EINTR) error = last_error();
  if (error) ::unlinkat(root_.get(), system_path.get(), 0);
  return error;
}

std::error_code PosixDisk::move(std::string_view from, std::string_view to, Overwrite overwrite) {
  const SystemPath source(from);
  const SystemPath target(to);
  if (overwrite == Overwrite::no) return move_to_free(source.get(), target.get());
  return status_of(::renameat(root_.get(), source.get(), root_.get(), target.get()));
}

std::error_code PosixDisk::move_to_free(const char* from, const char* to) {
#ifdef RENAME_NOREPLACE
  if (rename_knows_noreplace_.load(std::memory_order_relaxed)) {
    if (::renameat2(root_.get(), from, root_.get(), to, RENAME_NOREPLACE) == 0) return {};
    if (errno != EINVAL && errno != ENOSYS) return last_error();
    rename_knows_noreplace_.store(false, std::memory_order_relaxed);
  }
#endif
  return link_to_free(from, to);
}

// Where renaming cannot be told to keep what is there, linking always does.
std::error_code PosixDisk::link_to_free(const char* from, const char* to) {
  if (::linkat(root_.get(), from, root_.get(), to, 0) == 0) return status_of(::unlinkat(root_.get(), from, 0));
  if (errno == EEXIST || errno == EXDEV || errno == ENOENT || errno == ENOSPC) return last_error();
  // A folder, or a disk without hard links.
  struct stat status {};
  if (::fstatat(root_.get(), to, &status, AT_SYMLINK_NOFOLLOW) == 0) {
    return std::make_error_code(std::errc::file_exists);
  }
  return status_of(::renameat(root_.get(), from, root_.get(), to));
}

std::error_code PosixDisk::lock(std::string_view path) {
  const SystemPath system_path(path);
  while (true) {
    Descriptor file(retried(
        [&] { return ::openat(root_.get(), system_path.get(), O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666); }));
    if (!file.open()) return last_error();
    if (retried([&] { return ::flock(file.get(), LOCK_EX | LOCK_NB); }) != 0) {
      return errno == EWOULDBLOCK ? std::make_error_code(std::errc::device_or_resource_busy) : last_error();
    }
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return last_error();
    if (status.st_nlink == 0) continue;  // its holder removed it just before we got it
    lock_ = std::move(file);
    return {};
  }
}

}  // namespace

base::Result<std::unique_ptr<Disk>> open_disk(const std::string& folder) {
  const char* const path = folder.empty() ? "." : folder.c_str();
  Descriptor root(retried([&] { return ::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (!root.open()) return disk_error("open the folder", folder, last_error());
  return std::unique_ptr<Disk>(std::make_unique<PosixDisk>(std::move(root)));
}

std::int64_t file_clock_now() {
  timespec now{};
#ifdef CLOCK_REALTIME_COARSE
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);  // files are stamped with this one; the fine clock runs ahead of it
#else
  ::clock_gettime(CLOCK_REALTIME, &now);
#endif
  return nanoseconds(now);
}

}  // namespace errpress::disk
