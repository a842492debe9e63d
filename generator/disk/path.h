// Shortens paths for messages and comparisons without changing what they refer to.
// Thread-safe.
#pragma once

#include <string>

namespace errpress::disk {

// Removes redundant parts of a path: "corpus" for "./corpus//", with '/' as the separator on every system, and "." for
// "./". "a/.." is removed if `a` is a folder. It is kept if `a` is a link, because the system resolves ".." relative to
// the target of the link, or does not exist, because the system then rejects the path. Returns an empty path unchanged.
// Accesses the disk only for components before "..".
std::string short_path(const std::string& path);

}  // namespace errpress::disk
