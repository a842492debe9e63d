// One folder of the disk, behind an interface: everything that errpress reads, lists, writes or locks goes through it.
// disk_posix.cpp has what Linux and other POSIX systems offer, disk_portable.cpp the same on <filesystem> alone; tests
// put another one in between to make calls fail. files.h has what reads a file or lists a folder with an error message.
// Paths are absolute, or relative to the folder; '/' stands between their parts. A link at a path's end is never
// followed unless said. All functions may be called from several threads at once.
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

// What tells that a file was not touched: equal stamps mean equal bytes. Times are nanoseconds of the file system's
// clock.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  // the inode's; the same as `modified` where the system has none
  std::uint64_t inode = 0;   // 0 where the system has none
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// What stands at a path; `stamp` is set for files.
struct FileInfo {
  Kind kind = Kind::none;
  FileStamp stamp;
};

// The entries of a folder but "." and "..", in no special order, their names in one buffer.
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
  std::uint64_t limit = std::uint64_t{1} << 30;  // bytes; a longer file is std::errc::file_too_large
  FileStamp* stamp = nullptr;                    // where given, gets the stamp that the file had before it was read
};

class Disk {
 public:
  virtual ~Disk() = default;

  // Fails on anything but a folder. "" is the folder itself.
  virtual std::error_code list(std::string_view folder, Listing& listing, Links links = Links::keep) const = 0;

  // Kind::none, and no error, where nothing stands.
  virtual std::error_code look(std::string_view path, FileInfo& info, Links links = Links::keep) const = 0;

  // Replaces `bytes`; with one string for many files, its memory serves again. Anything but a regular file is
  // std::errc::not_supported, and no FIFO's writer is waited for. After an error `bytes` holds anything.
  virtual std::error_code read(std::string_view path, std::string& bytes, const ReadOptions& options = {}) const = 0;

  // Replaces `bytes` by up to `size` bytes of a file from `offset` on: fewer only at its end, none behind it. Fails as
  // read does.
  virtual std::error_code read_part(std::string_view path, std::uint64_t offset, std::size_t size,
                                    std::string& bytes) const = 0;

  // Sets `same` to whether a regular file with exactly these bytes stands at `path`.
  virtual std::error_code holds(std::string_view path, std::string_view bytes, bool& same) const = 0;

  // A key that two paths share when they lead to one folder (links are followed); empty for what is no folder.
  virtual std::string folder_identity(std::string_view path) const = 0;

  // Creates a file that must not be there yet. After a failure it is not there.
  virtual std::error_code write_new(std::string_view path, std::string_view bytes) = 0;

  // Adds to the end of a file that write_new made. After a failure the file may hold a part of `bytes`.
  virtual std::error_code append(std::string_view path, std::string_view bytes) = 0;

  // Renames a file or folder in one step. Without overwriting, anything that stands at `to` is std::errc::file_exists
  // (an empty folder may be replaced by a folder). Another file system is std::errc::cross_device_link.
  virtual std::error_code move(std::string_view from, std::string_view to, Overwrite overwrite) = 0;

  virtual std::error_code make_folder(std::string_view path) = 0;
  virtual std::error_code remove_file(std::string_view path) = 0;
  // Only an empty one.
  virtual std::error_code remove_folder(std::string_view path) = 0;

  // Creates the lock file if need be and holds an exclusive advisory lock on it until the Disk goes or the process
  // ends, however it ends. std::errc::device_or_resource_busy when somebody else holds it, std::errc::not_supported
  // where something other than a regular file stands at `path`, std::errc::no_lock_available on a disk that cannot
  // lock. The portable twin does not lock.
  virtual std::error_code lock(std::string_view path) = 0;
};

// The folder must exist; links to it are followed.
base::Result<std::unique_ptr<Disk>> open_disk(const std::string& folder);

// Relative paths start from the process's working directory, whatever that is when a function is called. A constant.
const Disk& working_folder();

// Nanoseconds of the clock that stamps files: a file changed later gets a stamp that is not below it. On a network disk
// whose server's clock differs, that holds only as far as the clocks agree.
std::int64_t file_clock_now();

// "<path>: cannot <action>: <what the system says>".
base::Error disk_error(std::string_view action, std::string path, std::error_code code);

}  // namespace errpress::disk
