// How both twins of files.h say why something cannot be read, so that the words are the same everywhere.
// The functions look at the disk again: they are for the path where something failed already. Thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

#include "base/result.h"

namespace errpress::disk {

// `path` is `type`, which is not a regular file.
base::Error not_a_file(const std::string& path, std::filesystem::file_type type);

// The system refused to open, read or list `path` and gave `reason`.
base::Error unreadable(const std::string& path, std::error_code reason);

base::Error too_large(const std::string& path, std::uint64_t limit);

}  // namespace errpress::disk
