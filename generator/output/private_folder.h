// `.errpress` in an output folder: what errpress keeps there for itself, and how those files are replaced.
// Only `manifest`, `.gitignore` and `.gitattributes` are meant for version control.
//
// The attributes stand here and not in the output folder: there they would also change how git treats files that other
// people put into it, and their line ends are not ours to decide. The README has the lines for a whole output folder.
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
inline constexpr std::string_view kCachePath = ".errpress/cache";
inline constexpr std::string_view kLockPath = ".errpress/lock";
inline constexpr std::string_view kTemporaryFolder = ".errpress/tmp";

// Makes a folder that may be there already.
std::error_code ensure_folder(disk::Disk& disk, std::string_view path);

// Replaces a file of ours as a whole: a reader sees the old one or the new one.
std::error_code replace_private(disk::Disk& disk, std::string_view path, std::string_view bytes);

// Removes `.errpress/tmp` with all that is in it, following no link. No error when there is none.
std::error_code clear_temporary(disk::Disk& disk);

// Tells git what not to commit, and how to check out and merge the manifest. Files that are there stay as they are,
// unless they are what an earlier errpress wrote.
std::error_code ensure_git_files(disk::Disk& disk);

// The temporary file beside outputs in `folder` ("" for the output folder itself), where they stand on another disk
// than
// `.errpress`: "<folder>/.errpress-<number>.tmp".
std::string temporary_path(std::string_view folder, std::uint32_t number);
// Whether `path` is exactly what temporary_path gives for some number and a folder that outputs may stand in.
bool is_temporary_path(std::string_view path);

}  // namespace errpress::output
