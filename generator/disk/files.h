// The disk as errpress reads it. files_posix.cpp has what Linux and other POSIX systems offer, files_portable.cpp the
// same on <filesystem> alone. All functions are thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace errpress::disk {

// What tells that a file was not touched: equal stamps mean equal bytes. Times are nanoseconds of the file system's
// clock.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  // the inode's; the same as `modified` where the system has none
  std::uint64_t inode = 0;   // 0 where the system has none
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Replaces `bytes` by the file's content; with one string for many files, its memory serves again. Fails on anything
// but a regular file (links are followed), never waits for a FIFO's writer, and refuses more than `limit` bytes;
// `bytes` then holds anything. `stamp`, where given, is the stamp of what was read. An error's message leaves out the
// path, which is in Error::path.
base::Status read_file(const std::string& path, std::string& bytes, FileStamp* stamp = nullptr,
                       std::uint64_t limit = std::uint64_t{1} << 30);

// The stamp of a regular file (links are followed).
base::Result<FileStamp> stamp_file(const std::string& path);

enum class EntryKind : std::uint8_t { file, folder, link_loop, other };

// `name` has no folder in it. A link counts as what it leads to; a link that leads nowhere is `other`.
struct Entry {
  std::string name;
  EntryKind kind = EntryKind::other;
  bool is_link = false;
};

// The entries of a folder but "." and "..", in no special order.
base::Result<std::vector<Entry>> list_folder(const std::string& path);

bool is_folder(const std::string& path);

// A key that two paths share when they are one folder (device and inode, or the canonical path); empty for what is no
// folder.
std::string folder_identity(const std::string& path);

}  // namespace errpress::disk
