#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>

#include "disk/disk.h"
#include "disk/files.h"
#include "disk/posix.h"

namespace errpress::disk {
namespace {

using posix::Descriptor;
using posix::last_error;
using posix::nanoseconds;
using posix::retried;
using posix::stamp_of;

std::error_code status_of(int result) { return result < 0 ? last_error() : std::error_code(); }

// A null-terminated path for system calls. A path that is too long becomes one that fails as too long.
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
  if (S_ISLNK(mode)) return Kind::link;
  if (S_ISFIFO(mode)) return Kind::fifo;
  if (S_ISSOCK(mode)) return Kind::socket;
  return S_ISCHR(mode) || S_ISBLK(mode) ? Kind::device : Kind::other;
}

Kind kind_of_entry(unsigned char type) {
  switch (type) {
    case DT_REG:
      return Kind::file;
    case DT_DIR:
      return Kind::folder;
    case DT_LNK:
      return Kind::link;
    case DT_FIFO:
      return Kind::fifo;
    case DT_SOCK:
      return Kind::socket;
    case DT_CHR:
    case DT_BLK:
      return Kind::device;
    default:
      return Kind::other;
  }
}

std::error_code write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = retried([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (written < 0) return last_error();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

// Returns the number of bytes read, 0 at the end of the file, -1 after an error.
ssize_t read_some(int file, char* to, std::size_t size) {
  return retried([&] { return ::read(file, to, size); });
}

// Grows `bytes` to at least `size` bytes, leaving its content unspecified. Never shrinks it: std::string fills new
// bytes with zeros, so keeping the size of earlier calls means that a buffer reused for many files is rarely filled.
void make_room(std::string& bytes, std::size_t size) {
  if (bytes.size() >= size) return;
  if (bytes.capacity() < size) bytes.clear();  // nothing to copy into the new memory
  bytes.resize(size);
}

// Reads to the end of the file. `expected` is the size that the system reported; it is only a hint, because files in
// /proc report 0 and a file may grow. If a read that asked for more brings the total to exactly `expected` bytes, the
// file has ended.
std::error_code read_all(const Descriptor& file, std::uint64_t expected, std::uint64_t limit, std::string& bytes) {
  make_room(bytes, expected + 1);
  std::size_t size = 0;
  for (;;) {
    const ssize_t count = read_some(file.get(), bytes.data() + size, bytes.size() - size);
    if (count < 0) return last_error();
    size += static_cast<std::size_t>(count);
    if (size > limit) return std::make_error_code(std::errc::file_too_large);
    if (count == 0 || size == expected) break;
    if (size == bytes.size()) bytes.resize(size * 2 + 4096);
  }
  bytes.resize(size);
  return {};
}

int flag_of(Links links) { return links == Links::keep ? O_NOFOLLOW : 0; }

class PosixDisk final : public Disk {
 public:
  PosixDisk() : is_working_folder_(true) {}
  explicit PosixDisk(Descriptor root) : root_(std::move(root)) {}

  std::error_code list(std::string_view folder, Listing& listing, Links links) const override;
  std::error_code look(std::string_view path, FileInfo& info, Links links) const override;
  std::error_code read(std::string_view path, std::string& bytes, const ReadOptions& options) const override;
  std::error_code read_part(std::string_view path, std::uint64_t offset, std::size_t size,
                            std::string& bytes) const override;
  std::error_code holds(std::string_view path, std::string_view bytes, bool& same) const override;
  std::string folder_identity(std::string_view path) const override;
  std::error_code write_new(std::string_view path, std::string_view bytes) override;
  std::error_code append(std::string_view path, std::string_view bytes) override;
  std::error_code move(std::string_view from, std::string_view to, Overwrite overwrite) override;
  std::error_code make_folder(std::string_view path) override {
    return status_of(::mkdirat(root(), SystemPath(path).get(), 0777));
  }
  std::error_code remove_file(std::string_view path) override {
    return status_of(::unlinkat(root(), SystemPath(path).get(), 0));
  }
  std::error_code remove_folder(std::string_view path) override {
    return status_of(::unlinkat(root(), SystemPath(path).get(), AT_REMOVEDIR));
  }
  std::error_code lock(std::string_view path) override;

 private:
  int root() const { return is_working_folder_ ? AT_FDCWD : root_.get(); }
  std::error_code open_file(std::string_view path, Links links, Descriptor& file, struct stat& status) const;
  std::error_code move_without_overwrite(const char* from, const char* to);
  std::error_code link_without_overwrite(const char* from, const char* to);

  Descriptor root_;
  bool is_working_folder_ = false;
  Descriptor lock_;
  std::atomic<bool> noreplace_supported_{true};
};

std::error_code PosixDisk::list(std::string_view folder, Listing& listing, Links links) const {
  listing.names.clear();
  listing.items.clear();
  const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | flag_of(links);
  const SystemPath system_path(folder);
  Descriptor opened(retried([&] { return ::openat(root(), system_path.get(), flags); }));
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

std::error_code PosixDisk::look(std::string_view path, FileInfo& info, Links links) const {
  struct stat status {};
  const int flags = links == Links::follow ? 0 : AT_SYMLINK_NOFOLLOW;
  info.kind = Kind::none;
  if (::fstatat(root(), SystemPath(path).get(), &status, flags) != 0) {
    return errno == ENOENT || errno == ENOTDIR ? std::error_code() : last_error();
  }
  info.kind = kind_of_mode(status.st_mode);
  if (info.kind == Kind::file) info.stamp = stamp_of(status);
  return {};
}

std::error_code PosixDisk::open_file(std::string_view path, Links links, Descriptor& file, struct stat& status) const {
  // Without O_NONBLOCK, opening a FIFO blocks until another process opens it for writing.
  const int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | flag_of(links);
  const SystemPath system_path(path);
  file = Descriptor(retried([&] { return ::openat(root(), system_path.get(), flags); }));
  if (!file.open()) return last_error();
  if (::fstat(file.get(), &status) != 0) return last_error();
  if (!S_ISREG(status.st_mode)) return std::make_error_code(std::errc::not_supported);
  return {};
}

std::error_code PosixDisk::read(std::string_view path, std::string& bytes, const ReadOptions& options) const {
  Descriptor file;
  struct stat status {};
  if (const auto error = open_file(path, options.links, file, status)) return error;
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > options.limit) return std::make_error_code(std::errc::file_too_large);
  // Taken before reading: if the file changes meanwhile, the stamp is old and the next run reads it again.
  if (options.stamp != nullptr) *options.stamp = stamp_of(status);
  return read_all(file, size, options.limit, bytes);
}

std::string PosixDisk::folder_identity(std::string_view path) const {
  struct stat status {};
  if (::fstatat(root(), SystemPath(path).get(), &status, 0) != 0 || !S_ISDIR(status.st_mode)) return {};
  return std::to_string(status.st_dev) + ':' + std::to_string(status.st_ino);
}

std::error_code PosixDisk::read_part(std::string_view path, std::uint64_t offset, std::size_t size,
                                     std::string& bytes) const {
  Descriptor file;
  struct stat status {};
  if (const auto error = open_file(path, Links::keep, file, status)) return error;
  bytes.resize(size);
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count = retried(
        [&] { return ::pread(file.get(), bytes.data() + filled, size - filled, static_cast<off_t>(offset + filled)); });
    if (count < 0) return last_error();
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return {};
}

std::error_code PosixDisk::holds(std::string_view path, std::string_view bytes, bool& same) const {
  same = false;
  Descriptor file;
  struct stat status {};
  if (const auto error = open_file(path, Links::keep, file, status)) {
    const bool not_a_file = error == std::errc::too_many_symbolic_link_levels || error == std::errc::not_supported ||
                            error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
    return not_a_file ? std::error_code() : error;
  }
  if (static_cast<std::uint64_t>(status.st_size) != bytes.size()) return {};
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
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  Descriptor file(retried([&] { return ::openat(root(), system_path.get(), flags, 0666); }));
  if (!file.open()) return last_error();
  std::error_code error = write_all(file.get(), bytes);
  // Some file systems report a full disk only on close.
  if (::close(file.release()) != 0 && !error && errno != EINTR) error = last_error();
  if (error) ::unlinkat(root(), system_path.get(), 0);
  return error;
}

std::error_code PosixDisk::append(std::string_view path, std::string_view bytes) {
  const SystemPath system_path(path);
  const int flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC;
  Descriptor file(retried([&] { return ::openat(root(), system_path.get(), flags); }));
  if (!file.open()) return last_error();
  std::error_code error = write_all(file.get(), bytes);
  if (::close(file.release()) != 0 && !error && errno != EINTR) error = last_error();
  return error;
}

std::error_code PosixDisk::move(std::string_view from, std::string_view to, Overwrite overwrite) {
  const SystemPath source(from);
  const SystemPath target(to);
  if (overwrite == Overwrite::no) return move_without_overwrite(source.get(), target.get());
  return status_of(::renameat(root(), source.get(), root(), target.get()));
}

std::error_code PosixDisk::move_without_overwrite(const char* from, const char* to) {
#ifdef RENAME_NOREPLACE
  if (noreplace_supported_.load(std::memory_order_relaxed)) {
    if (::renameat2(root(), from, root(), to, RENAME_NOREPLACE) == 0) return {};
    if (errno != EINVAL && errno != ENOSYS) return last_error();
    noreplace_supported_.store(false, std::memory_order_relaxed);
  }
#endif
  return link_without_overwrite(from, to);
}

// Fallback for systems without RENAME_NOREPLACE: linkat() never overwrites.
std::error_code PosixDisk::link_without_overwrite(const char* from, const char* to) {
  if (::linkat(root(), from, root(), to, 0) == 0) return status_of(::unlinkat(root(), from, 0));
  if (errno == EEXIST || errno == EXDEV || errno == ENOENT || errno == ENOSPC) return last_error();
  // `from` is a folder, or the file system has no hard links.
  struct stat status {};
  if (::fstatat(root(), to, &status, AT_SYMLINK_NOFOLLOW) == 0) {
    return std::make_error_code(std::errc::file_exists);
  }
  return status_of(::renameat(root(), from, root(), to));
}

std::error_code lock_error(int number) {
  if (number == EWOULDBLOCK) return std::make_error_code(std::errc::device_or_resource_busy);
  const bool cannot_lock = number == EOPNOTSUPP || number == ENOTSUP || number == ENOSYS || number == EINVAL;
  return cannot_lock ? std::make_error_code(std::errc::no_lock_available)
                     : std::error_code(number, std::generic_category());
}

std::error_code PosixDisk::lock(std::string_view path) {
  const SystemPath system_path(path);
  // Without O_NONBLOCK, opening a FIFO blocks until another process opens it for writing.
  constexpr int kFlags = O_RDONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  while (true) {
    Descriptor file(retried([&] { return ::openat(root(), system_path.get(), kFlags, 0666); }));
    if (!file.open()) return last_error();
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return last_error();
    if (!S_ISREG(status.st_mode)) return std::make_error_code(std::errc::not_supported);
    if (retried([&] { return ::flock(file.get(), LOCK_EX | LOCK_NB); }) != 0) return lock_error(errno);
    if (::fstat(file.get(), &status) != 0) return last_error();
    if (status.st_nlink == 0) continue;  // the previous holder deleted it before this call got the lock
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

const Disk& working_folder() {
  static const PosixDisk kDisk;
  return kDisk;
}

std::int64_t file_clock_now() {
  timespec now{};
#ifdef CLOCK_REALTIME_COARSE
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);  // the clock of file time stamps; CLOCK_REALTIME runs ahead of it
#else
  ::clock_gettime(CLOCK_REALTIME, &now);
#endif
  return nanoseconds(now);
}

void open_standard_streams() {
  // open() returns the lowest free number. Writing to a stream that was closed must fail, so it is opened for reading.
  int number = -1;
  do {
    number = ::open("/dev/null", O_RDONLY);
  } while (number >= 0 && number <= STDERR_FILENO);
  if (number >= 0) ::close(number);
}

}  // namespace errpress::disk
