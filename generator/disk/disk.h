// File system access below one folder, behind an interface: all files are read, written, listed and locked through it.
// What does not go through it uses <filesystem>: output/output_folder.cpp makes and removes the output folder itself,
// corpus/find.cpp and disk/path.cpp resolve paths, commands/config.cpp asks for the working directory. disk_posix.cpp
// implements it for Linux and other POSIX systems, disk_portable.cpp with <filesystem> only; tests wrap it to make
// calls fail. files.h has functions that read a file or list a folder and return an error with a message. Paths are
// absolute or relative to the folder, with '/' as the separator. A link in the last component of a path is not followed
// unless stated otherwise. All functions may be called from several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/result.h"

namespace errpress::disk {

enum class Kind : std::uint8_t { none, file, folder, link, fifo, socket, device, other };

// Detects changes of a file: equal stamps mean equal bytes. Times are in nanoseconds of the clock of the file system.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  // change time of the inode; equal to `modified` if the system has none
  std::uint64_t inode = 0;   // 0 if the system has none
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// What exists at a path; `stamp` is set for regular files only.
struct FileInfo {
  Kind kind = Kind::none;
  FileStamp stamp;
};

// The entries of a folder except "." and "..", in no particular order. All names share one buffer.
struct Listing {
  struct Item {
    std::uint32_t begin;
    std::uint32_t size;
    Kind kind;
  };
  std::string names;
  std::vector<Item> items;
  std::string_view name(const Item& item) const { return std::string_view(names).substr(item.begin, item.size); }
};

enum class Overwrite : bool { no, yes };
enum class Links : bool { keep, follow };

struct ReadOptions {
  Links links = Links::keep;
  std::uint64_t limit = std::uint64_t{1} << 30;  // in bytes; a larger file is std::errc::file_too_large
  FileStamp* stamp = nullptr;                    // if not null, receives the stamp of the file before it was read
};

class Disk {
 public:
  virtual ~Disk() = default;

  // Fails if `folder` is not a folder. "" is the folder of the Disk itself.
  virtual std::error_code list(std::string_view folder, Listing& listing, Links links = Links::keep) const = 0;

  // If nothing exists at `path`, sets Kind::none and returns no error.
  virtual std::error_code look(std::string_view path, FileInfo& info, Links links = Links::keep) const = 0;

  // Replaces `bytes`. Reusing one string for many files reuses its memory. Anything but a regular file is
  // std::errc::not_supported; the call does not block on a FIFO. After an error the content of `bytes` is unspecified.
  virtual std::error_code read(std::string_view path, std::string& bytes, const ReadOptions& options = {}) const = 0;

  // Replaces `bytes` with up to `size` bytes of a file, starting at `offset`: fewer at the end of the file, none past
  // the end. Fails like read().
  virtual std::error_code read_part(std::string_view path, std::uint64_t offset, std::size_t size,
                                    std::string& bytes) const = 0;

  // Sets `same` to whether `path` is a regular file with exactly these bytes.
  virtual std::error_code holds(std::string_view path, std::string_view bytes, bool& same) const = 0;

  // Returns a key that is equal for all paths to the same folder (links are followed), or an empty string if `path` is
  // not a folder.
  virtual std::string folder_identity(std::string_view path) const = 0;

  // Creates a file, which must not exist yet. After a failure it does not exist.
  virtual std::error_code write_new(std::string_view path, std::string_view bytes) = 0;

  // Appends to a file that write_new created. After a failure the file may contain a part of `bytes`.
  virtual std::error_code append(std::string_view path, std::string_view bytes) = 0;

  // Renames a file or folder atomically. With Overwrite::no, anything that exists at `to` is std::errc::file_exists (an
  // empty folder may be replaced by a folder). Renaming to another file system is std::errc::cross_device_link.
  virtual std::error_code move(std::string_view from, std::string_view to, Overwrite overwrite) = 0;

  virtual std::error_code make_folder(std::string_view path) = 0;
  virtual std::error_code remove_file(std::string_view path) = 0;
  // The folder must be empty.
  virtual std::error_code remove_folder(std::string_view path) = 0;

  // Creates the lock file if necessary and holds an exclusive advisory lock on it until the Disk is destroyed or the
  // process ends for any reason. Fails with std::errc::device_or_resource_busy if the lock is already held,
  // std::errc::not_supported if `path` is not a regular file, and std::errc::no_lock_available if the file system does
  // not support locks. The portable implementation always fails with the last of these.
  virtual std::error_code lock(std::string_view path) = 0;
};

// The folder must exist; if it is a link, the link is followed.
base::Result<std::unique_ptr<Disk>> open_disk(const std::string& folder);

// Relative paths are resolved against the working directory of the process at the time of each call. Constant, shared
// by all callers.
const Disk& working_folder();

// The current time in nanoseconds of the clock that stamps files: a file modified later gets a stamp that is not lower.
// On a network file system this holds only as far as the clocks of client and server agree.
std::int64_t file_clock_now();

// Creates the error "<path>: cannot <action>: <message of the system>".
base::Error disk_error(std::string_view action, std::string path, std::error_code code);

}  // namespace errpress::disk
