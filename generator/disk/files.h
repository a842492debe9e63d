// Reading files and listing folders for people: links are followed, and an error says why, with the path in Error::path
// and not in its message. Thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"

namespace errpress::disk {

// Replaces `bytes` by the content of a regular file of at most `limit` bytes. `stamp`, where given, gets the stamp that
// the file had before it was read.
base::Status read_file(const std::string& path, std::string& bytes, FileStamp* stamp = nullptr,
                       std::uint64_t limit = ReadOptions{}.limit, const Disk& disk = working_folder());

// The stamp of a regular file.
base::Result<FileStamp> stamp_file(const std::string& path, const Disk& disk = working_folder());

// `name` has no folder in it. The kind of a link is the kind of what it leads to; Kind::link is left for one that
// cannot be followed (most often it leads back to itself), and Kind::none for one that leads nowhere.
struct Entry {
  std::string name;
  Kind kind = Kind::none;
  bool is_link = false;
};

// The entries of a folder but "." and "..", in no special order.
base::Result<std::vector<Entry>> list_folder(const std::string& path, const Disk& disk = working_folder());

bool is_folder(const std::string& path, const Disk& disk = working_folder());

// Opens the null device as each standard stream that the process was started without: the next file to be opened would
// get its number, and what is printed would end up in that file. To be called before anything else is opened.
void open_standard_streams();

}  // namespace errpress::disk
