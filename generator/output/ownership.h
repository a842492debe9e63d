// Whose a file is: judged by what it holds, against what the manifest has for its path. That a path is listed proves
// nothing, since anybody may have written the manifest; only a recorded content that is still there is ours to replace
// or remove. Pure functions but for reading, thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <system_error>

#include "disk/disk.h"
#include "output/content.h"
#include "output/manifest.h"

namespace errpress::output {

// Whether one of the lines, all of one path, is of these bytes, or of the same with LF for CRLF.
bool is_recorded(std::string_view bytes, std::span<const ManifestLine> lines);

// What a file holds at a path that a run means to write to.
enum class Holding : std::uint8_t {
  nothing,    // there is no file any more
  wanted,     // exactly what is to be written
  line_ends,  // the same but for CRLF in place of LF, or the other way round
  recorded,   // what errpress wrote, or what git made of it while merging: a text with conflict markers
  changed,    // recorded with another content: somebody changed it
  foreign,    // not recorded
};

// Reads the file at `path`, whose lines in the manifest are `lines`. `bytes` are to be written there, `content` is
// theirs.
std::error_code judge_file(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                           std::string_view bytes, const Content& content, Holding& holding);

}  // namespace errpress::output
