// `.errpress` in an output folder: what errpress keeps there for itself, and how those files are replaced.
// Only `manifest` and `.gitignore` are meant for version control.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "disk/disk.h"

namespace errpress::output {

inline constexpr std::string_view kPrivateFolder = ".errpress";
inline constexpr std::string_view kManifestPath = ".errpress/manifest";
inline constexpr std::string_view kIgnorePath = ".errpress/.gitignore";
inline constexpr std::string_view kCachePath = ".errpress/cache";
inline constexpr std::string_view kLockPath = ".errpress/lock";
inline constexpr std::string_view kTemporaryFolder = ".errpress/tmp";

// Makes a folder that may be there already.
std::error_code ensure_folder(disk::Disk& disk, std::string_view path);

// Replaces a file of ours as a whole: a reader sees the old one or the new one.
std::error_code replace_private(disk::Disk& disk, std::string_view path, std::string_view bytes);

// Removes `.errpress/tmp` with all that is in it, following no link. No error when there is none.
std::error_code clear_temporary(disk::Disk& disk);

// Tells git what not to commit; a .gitignore that is there stays as it is.
std::error_code ensure_ignore_file(disk::Disk& disk);

}  // namespace errpress::output
