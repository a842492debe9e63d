// files.h on POSIX: four system calls to read an ordinary file (open, fstat, read, close).
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "disk/file_problem.h"
#include "disk/files.h"
#include "disk/posix.h"

namespace errpress::disk {

namespace fs = std::filesystem;

namespace {

using posix::Descriptor;
using posix::last_error;
using posix::stamp_of;

// Closes an opened folder at the end of its scope.
class Folder {
 public:
  explicit Folder(DIR* folder) : folder_(folder) {}
  ~Folder() {
    if (folder_ != nullptr) ::closedir(folder_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  DIR* get() const { return folder_; }

 private:
  DIR* folder_;
};

fs::file_type type_of(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return fs::file_type::regular;
  if (S_ISDIR(status.st_mode)) return fs::file_type::directory;
  if (S_ISFIFO(status.st_mode)) return fs::file_type::fifo;
  if (S_ISSOCK(status.st_mode)) return fs::file_type::socket;
  if (S_ISCHR(status.st_mode)) return fs::file_type::character;
  if (S_ISBLK(status.st_mode)) return fs::file_type::block;
  return fs::file_type::unknown;
}

int open_to_read(const std::string& path) {
  int number = -1;
  do {
    // Without O_NONBLOCK, opening a FIFO waits until somebody writes to it.
    number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  } while (number < 0 && errno == EINTR);
  return number;
}

// Gives `bytes` at least `size` bytes. A string fills what it grows by with zeros; what an earlier call left in it is
// kept instead, so that a buffer used for many files is hardly ever filled.
void make_room(std::string& bytes, std::size_t size) {
  if (bytes.size() >= size) return;
  if (bytes.capacity() < size) bytes.clear();  // nothing to copy into the new memory
  bytes.resize(size);
}

// Reads to the end, which a read of fewer bytes than asked for marks if they make up the size that the system gave.
// Files of /proc say that they are empty, and others may grow, so the size is only a guess.
base::Status read_all(const Descriptor& file, const std::string& path, std::uint64_t expected, std::uint64_t limit,
                      std::string& bytes) {
  make_room(bytes, expected + 1);
  std::size_t size = 0;
  for (;;) {
    const ssize_t count = ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(path, last_error());
    size += static_cast<std::size_t>(count);
    if (size > limit) return too_large(path, limit);
    if (count == 0 || size == expected) break;
    if (size == bytes.size()) bytes.resize(size * 2 + 4096);
  }
  bytes.resize(size);
  return base::Done{};
}

base::Result<struct stat> stat_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return unreadable(path, last_error());
  if (!S_ISREG(status.st_mode)) return not_a_file(path, type_of(status));
  return status;
}

// The kind of an entry whose type the folder does not tell: a link, or any entry on some file systems.
EntryKind kind_by_stat(DIR* folder, const char* name) {
  struct stat status {};
  if (::fstatat(::dirfd(folder), name, &status, 0) != 0) {
    return errno == ELOOP ? EntryKind::link_loop : EntryKind::other;
  }
  if (S_ISREG(status.st_mode)) return EntryKind::file;
  return S_ISDIR(status.st_mode) ? EntryKind::folder : EntryKind::other;
}

Entry to_entry(DIR* folder, const dirent& found) {
  switch (found.d_type) {
    case DT_REG:
      return {found.d_name, EntryKind::file};
    case DT_DIR:
      return {found.d_name, EntryKind::folder};
    case DT_LNK:
      return {found.d_name, kind_by_stat(folder, found.d_name), true};
    case DT_UNKNOWN: {
      struct stat status {};
      const bool known = ::fstatat(::dirfd(folder), found.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0;
      return {found.d_name, kind_by_stat(folder, found.d_name), known && S_ISLNK(status.st_mode)};
    }
    default:
      return {found.d_name, EntryKind::other};
  }
}

bool is_dot_entry(const char* name) {
  return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

}  // namespace

base::Status read_file(const std::string& path, std::string& bytes, FileStamp* stamp, std::uint64_t limit) {
  const Descriptor file(open_to_read(path));
  if (file.get() < 0) return unreadable(path, last_error());
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return unreadable(path, last_error());
  if (!S_ISREG(status.st_mode)) return not_a_file(path, type_of(status));
  if (static_cast<std::uint64_t>(status.st_size) > limit) return too_large(path, limit);
  // Taken before reading: if the file changes meanwhile, the stamp is old and the next run reads it again.
  if (stamp != nullptr) *stamp = stamp_of(status);
  return read_all(file, path, static_cast<std::uint64_t>(status.st_size), limit, bytes);
}

base::Result<FileStamp> stamp_file(const std::string& path) {
  const base::Result<struct stat> status = stat_file(path);
  if (!status) return status.error();
  return stamp_of(*status);
}

base::Result<std::vector<Entry>> list_folder(const std::string& path) {
  const Folder folder(::opendir(path.c_str()));
  if (folder.get() == nullptr) return unreadable(path, last_error());
  std::vector<Entry> entries;
  for (;;) {
    errno = 0;
    const dirent* found = ::readdir(folder.get());
    if (found == nullptr) break;
    if (!is_dot_entry(found->d_name)) entries.push_back(to_entry(folder.get(), *found));
  }
  if (errno != 0) return unreadable(path, last_error());
  return entries;
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string folder_identity(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return {};
  return std::to_string(status.st_dev) + ':' + std::to_string(status.st_ino);
}

}  // namespace errpress::disk
