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

// Whether one of the lines, which must all have the same path, matches these bytes, or these bytes with LF in place of
// CRLF.
bool is_recorded(std::string_view bytes, std::span<const ManifestLine> lines);

// What exists at a path that a run is going to write.
enum class Holding : std::uint8_t {
  nothing,    // no file
  wanted,     // exactly the bytes to be written
  line_ends,  // the same except for CRLF in place of LF, or the reverse
  recorded,   // what errpress wrote, or that after a merge by git, with conflict markers
  changed,    // recorded with another content: changed by someone else
  foreign,    // not recorded
};

// Reads the file at `path`, whose lines in the manifest are `lines`. `bytes` are the bytes to be written there, and
// `content` is content_of them. `seen` receives the stamp of the file before it was read, unless it holds the wanted
// bytes.
std::error_code judge_file(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                           std::string_view bytes, const Content& content, Holding& holding,
                           disk::FileStamp& seen);

}  // namespace errpress::output
