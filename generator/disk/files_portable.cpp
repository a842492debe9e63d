// files.h on <filesystem> and <fstream> alone: for systems without POSIX, and a second opinion on files_posix.cpp in
// tests.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <utility>

#include "disk/file_problem.h"
#include "disk/files.h"

namespace errpress::disk {

namespace fs = std::filesystem;

namespace {

base::Result<FileStamp> stamp_of(const std::string& path) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (!fs::exists(status)) {
    return unreadable(path, problem ? problem : std::make_error_code(std::errc::no_such_file_or_directory));
  }
  if (status.type() != fs::file_type::regular) return not_a_file(path, status.type());
  FileStamp stamp;
  stamp.size = fs::file_size(path, problem);
  if (problem) return unreadable(path, problem);
  const auto modified = fs::last_write_time(path, problem).time_since_epoch();
  if (problem) return unreadable(path, problem);
  stamp.modified = std::chrono::duration_cast<std::chrono::nanoseconds>(modified).count();
  stamp.changed = stamp.modified;
  return stamp;
}

// The kind of what an entry is or leads to. A link that cannot be followed to an end leads back to itself.
EntryKind kind_of(const fs::directory_entry& entry) {
  std::error_code problem;
  const fs::file_status status = entry.status(problem);
  if (problem == std::errc::too_many_symbolic_link_levels) return EntryKind::link_loop;
  if (fs::is_regular_file(status)) return EntryKind::file;
  return fs::is_directory(status) ? EntryKind::folder : EntryKind::other;
}

}  // namespace

base::Status read_file(const std::string& path, std::string& bytes, FileStamp* stamp, std::uint64_t limit) {
  // Looked at before it is opened, so that no FIFO is waited for; and the stamp is old if the file changes meanwhile.
  const base::Result<FileStamp> before = stamp_of(path);
  if (!before) return before.error();
  if (before->size > limit) return too_large(path, limit);
  std::ifstream file(path, std::ios::binary);
  if (!file) return unreadable(path, std::make_error_code(std::errc::permission_denied));
  bytes.resize(before->size + 1);
  std::size_t size = 0;
  while (file.read(bytes.data() + size, static_cast<std::streamsize>(bytes.size() - size))) {
    size = bytes.size();
    if (size > limit) return too_large(path, limit);
    bytes.resize(size * 2 + 4096);
  }
  if (file.bad()) return unreadable(path, std::make_error_code(std::errc::io_error));
  bytes.resize(size + static_cast<std::size_t>(file.gcount()));
  if (bytes.size() > limit) return too_large(path, limit);
  if (stamp != nullptr) *stamp = *before;
  return base::Done{};
}

base::Result<FileStamp> stamp_file(const std::string& path) { return stamp_of(path); }

base::Result<std::vector<Entry>> list_folder(const std::string& path) {
  std::error_code problem;
  std::vector<Entry> entries;
  for (fs::directory_iterator at(path, problem), end; !problem && at != end; at.increment(problem)) {
    std::error_code ignored;
    entries.push_back({at->path().filename().string(), kind_of(*at), at->is_symlink(ignored)});
  }
  if (problem) return unreadable(path, problem);
  return entries;
}

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

std::string folder_identity(const std::string& path) {
  std::error_code problem;
  const fs::path canonical = fs::canonical(path, problem);
  return problem || !is_folder(path) ? std::string() : canonical.string();
}

}  // namespace errpress::disk
