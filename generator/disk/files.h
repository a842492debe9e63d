// Reads files and lists folders, with errors for users: links are followed, and an error states the reason, with the
// path in Error::path and not in the message. Thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"

namespace errpress::disk {

// Replaces `bytes` with the content of a regular file of at most `limit` bytes. `stamp`, if not null, receives the
// stamp of the file before it was read.
base::Status read_file(const std::string& path, std::string& bytes, FileStamp* stamp = nullptr,
                       std::uint64_t limit = ReadOptions{}.limit, const Disk& disk = working_folder());

// Returns the stamp of a regular file.
base::Result<FileStamp> stamp_file(const std::string& path, const Disk& disk = working_folder());

// `name` is a file name without folders. The kind of a link is the kind of its target; Kind::link is a link that cannot
// be followed (usually a loop), Kind::none one whose target does not exist.
struct Entry {
  std::string name;
  Kind kind = Kind::none;
  bool is_link = false;
};

// Returns the entries of a folder except "." and "..", in no particular order.
base::Result<std::vector<Entry>> list_folder(const std::string& path, const Disk& disk = working_folder());

bool is_folder(const std::string& path, const Disk& disk = working_folder());

// Opens the null device for each standard stream that was closed when the process started. Otherwise the next file
// opened would get the number of that stream, and printed text would end up in the file. Call this before opening
// anything else.
void open_standard_streams();

}  // namespace errpress::disk
