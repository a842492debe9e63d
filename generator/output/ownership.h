// Decides whether errpress owns a file, by comparing its content with the manifest's lines for its path. A listed path
// alone proves nothing, since the manifest is untrusted; a file may be replaced or removed only if it still holds a
// recorded content. Pure functions except for reading; thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <system_error>

#include "disk/disk.h"
#include "output/content.h"
#include "output/manifest.h"

namespace errpress::output {

// A larger file is never in memory as a whole: it is hashed in pieces, and conflict markers in it are not recognised.
inline constexpr std::uint64_t kMostInMemory = std::uint64_t{16} << 20;

// Sets `recorded` to whether one of the lines, which must all have the same path, matches the file at `path`, or the
// same with LF in place of CRLF. Fails as Disk::read does.
std::error_code is_recorded(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                            bool& recorded);

// What exists at a path that a run is going to write.
enum class Holding : std::uint8_t {
  nothing,    // no file
  wanted,     // exactly the bytes to be written
  line_ends,  // the same except for CRLF in place of LF, or the reverse
  recorded,   // what errpress wrote, or that in CRLF, or one side of a merge by git with conflict markers
  changed,    // recorded with another content: changed by someone else
  foreign,    // not recorded
};

// The bytes to be written at a path.
struct Wanted {
  Content content;
  std::string_view bytes = {};  // empty if they are not in memory; then they have no CRLF
};

// Reads the file at `path`, whose lines in the manifest are `lines`. `seen` receives the stamp of the file before it
// was read, unless it holds the wanted bytes.
std::error_code judge_file(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                           const Wanted& wanted, Holding& holding, disk::FileStamp& seen);

// The same for a file that is known not to hold the wanted bytes, or whose record has another hash.
std::error_code judge_other(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                            const Wanted& wanted, Holding& holding, disk::FileStamp& seen);

}  // namespace errpress::output
