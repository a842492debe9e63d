// Paths as text: how they are shortened for messages and comparisons without changing what the system takes them for.
// Thread-safe.
#pragma once

#include <string>

namespace errpress::disk {

// The path with nothing in it that means nothing: "corpus" for "./corpus//", with '/' between the parts on every
// system, and "." for "./". "a/.." goes where `a` is a folder; where it is a link or does not exist it stays, because
// the system then takes ".." for the folder above what the link leads to, or refuses the path. Empty for an empty path.
// Asks the disk only about what stands before "..".
std::string short_path(const std::string& path);

}  // namespace errpress::disk
