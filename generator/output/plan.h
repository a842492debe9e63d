// The files that a run means to write: checked, numbered as given, and found again by path. Everything else in this
// folder speaks of an output by its number. Const after construction, thread-safe.
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

namespace errpress::output {

// What is wrong with a path that a file is to get below the output folder, as the end of a sentence that starts with
// the path; null when nothing is. Right is: parts of at least one character with one '/' between them, none of which
// starts with a dot (so nothing leads upwards, into ".errpress" or into ".git"), no backslash or control character, at
// most kMaxPathSize bytes.
const char* path_fault(std::string_view path);
inline constexpr std::size_t kMaxPathSize = 1024;

// "man/man7" of "man/man7/X.7"; "" where there is no folder.
std::string_view folder_part(std::string_view path);

// A folder that some planned file stands in, directly or below. Number 0 is the output folder itself, path "".
struct PlannedFolder {
  std::string_view path;
  std::uint32_t parent = 0;
};

class Plan {
 public:
  Plan(Plan&&) = default;  // not copied: folders() are views into the paths
  Plan& operator=(Plan&&) = default;

  // Fails on a path with a fault, on two paths that are equal but for the case of ASCII letters (one file on some
  // disks), and on a path that is both a file and a folder.
  static base::Result<Plan> make(std::vector<std::string> paths);

  std::size_t size() const { return paths_.size(); }
  std::string_view path(std::size_t id) const { return paths_[id]; }
  std::uint32_t folder_of(std::size_t id) const { return folder_of_[id]; }

  // Parents come before the folders in them.
  const std::vector<PlannedFolder>& folders() const { return folders_; }
  std::optional<std::uint32_t> find_folder(std::string_view path) const;

  std::optional<std::uint32_t> find(std::string_view path) const;
  // The same whatever the case of ASCII letters.
  std::optional<std::uint32_t> find_folded(std::string_view path) const;

  // All numbers, in the order of their paths' bytes.
  const std::vector<std::uint32_t>& sorted() const { return sorted_; }

 private:
  Plan() = default;

  // Paths that are the same but for the case of ASCII letters; at most kMaxPathSize bytes.
  struct FoldedPaths {
    static std::uint64_t hash(std::string_view path, std::uint64_t seed);
    static bool same(std::string_view a, std::string_view b);
  };

  base::Status add_paths();
  base::Status add_folders();
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
