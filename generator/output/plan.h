// The files that a run is going to write: validated, numbered in the given order, with lookup by path. All other code
// in this folder refers to an output by its number. Const after construction, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/key_numbers.h"
#include "base/result.h"
#include "output/request.h"

namespace errpress::output {

// What is wrong with a path below the output folder, as the end of a sentence that starts with the path; null for a
// valid path. A valid path has non-empty components separated by one '/', none of which starts with a dot (so none
// leads upwards, into ".errpress" or into ".git"), no backslash or control character, and at most kMaxPathSize bytes.
const char* path_fault(std::string_view path);
inline constexpr std::size_t kMaxPathSize = 1024;

// "man/man7" for "man/man7/X.7"; "" if there is no folder.
std::string_view folder_part(std::string_view path);

// A folder that contains planned files, directly or indirectly. Number 0 is the output folder itself, with path "".
struct PlannedFolder {
  std::string_view path;
  std::uint32_t parent = 0;
};

class Plan {
 public:
  Plan(Plan&&) = default;  // not copied: folders() are views into the paths
  Plan& operator=(Plan&&) = default;

  // Fails on an invalid path, on two paths or folders that differ only in the case of ASCII letters (they are one on
  // some disks), and on a path that is both a file and a folder. Of the request, only the paths and, for error
  // messages, the targets are used.
  static base::Result<Plan> make(Request request);

  std::size_t size() const { return paths_.size(); }
  std::string_view path(std::size_t id) const { return paths_[id]; }
  std::uint32_t folder_of(std::size_t id) const { return folder_of_[id]; }

  // Parents come before their children.
  const std::vector<PlannedFolder>& folders() const { return folders_; }
  std::optional<std::uint32_t> find_folder(std::string_view path) const;

  std::optional<std::uint32_t> find(std::string_view path) const;
  // Like find, but ignores the case of ASCII letters.
  std::optional<std::uint32_t> find_folded(std::string_view path) const;

  // All numbers, sorted by the bytes of their paths.
  const std::vector<std::uint32_t>& sorted() const { return sorted_; }

 private:
  Plan() = default;

  // Hashes and compares paths ignoring the case of ASCII letters; at most kMaxPathSize bytes.
  struct FoldedPaths {
    static std::uint64_t hash(std::string_view path, std::uint64_t seed);
    static bool same(std::string_view a, std::string_view b);
  };

  base::Status add_paths(const Request& targets);
  base::Status add_folders();
  base::Status check_folders() const;
  std::uint32_t add_folder(std::string_view path);
  void sort();

  std::vector<std::string> paths_;
  base::KeyNumbers<std::string_view, FoldedPaths> numbers_;
  std::vector<std::uint32_t> folder_of_;
  std::vector<PlannedFolder> folders_;
  std::unordered_map<std::string_view, std::uint32_t> folder_numbers_;
  std::vector<std::uint32_t> sorted_;
};

}  // namespace errpress::output
