// `.errpress` in an output folder: the files that errpress keeps there for itself, and how they are replaced. Only
// `manifest`, `.gitignore` and `.gitattributes` should be committed.
//
// `.gitattributes` is here and not in the output folder itself, where it would also apply to files that errpress does
// not own. The README has the lines for a whole output folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "disk/disk.h"

namespace errpress::output {

inline constexpr std::string_view kPrivateFolder = ".errpress";
inline constexpr std::string_view kManifestPath = ".errpress/manifest";
inline constexpr std::string_view kIgnorePath = ".errpress/.gitignore";
inline constexpr std::string_view kAttributesPath = ".errpress/.gitattributes";
inline constexpr std::string_view kCachePath = ".errpress/cache";  // of runs of all targets; others: scope.h
inline constexpr std::string_view kLockPath = ".errpress/lock";
inline constexpr std::string_view kTemporaryFolder = ".errpress/tmp";

// Creates a folder unless it exists.
std::error_code ensure_folder(disk::Disk& disk, std::string_view path);

// Replaces a file in `.errpress` atomically: a reader sees the old bytes or the new ones.
std::error_code replace_private(disk::Disk& disk, std::string_view path, std::string_view bytes);

// Removes `.errpress/tmp` recursively, without following links. No error if it does not exist.
std::error_code clear_temporary(disk::Disk& disk);
// Likewise, but keeps the folder itself, empty: as long as it exists, the last run that changed something did not
// finish.
std::error_code empty_temporary(disk::Disk& disk);

// Writes the files that tell git what not to commit, and how to check out and merge the manifest. Existing files are
// kept, unless they are exactly what an earlier errpress wrote.
std::error_code ensure_git_files(disk::Disk& disk);

// The path of a temporary file next to outputs in `folder` ("" for the output folder itself), for folders on another
// disk than `.errpress`: "<folder>/.errpress-<number>.tmp".
std::string temporary_path(std::string_view folder, std::uint32_t number);
// Whether `path` is exactly what temporary_path returns for some number and a folder that may contain outputs.
bool is_temporary_path(std::string_view path);

}  // namespace errpress::output
