#include "output/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "base/name.h"

namespace errpress::output {
namespace {

bool is_control_byte(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

const char* part_fault(std::string_view part) {
  if (part.empty()) return "has an empty part; parts are separated by one \"/\", with none at either end";
  if (part == "." || part == "..") return "has \".\" or \"..\" as a part; it must name a place below the output folder";
  if (part.front() == '.') return "has a part that starts with a dot; errpress writes no hidden files or folders";
  return nullptr;
}

// "targets `a` and `b`" if the two outputs are of different targets, else "".
std::string target_pair(const Request& targets, std::size_t first, std::size_t second) {
  if (targets.target_of.empty() || targets.target_of[first] == targets.target_of[second]) return {};
  return fmt::format("targets `{}` and `{}`", targets.targets[targets.target_of[first]],
                     targets.targets[targets.target_of[second]]);
}

// The error for two outputs that would be one file. `pair` is their target_pair.
std::string same_file(std::string_view first, std::string_view second, const std::string& pair) {
  if (first != second) {
    return fmt::format("output paths \"{}\" and \"{}\"{} differ only in case; on some disks they would be one file",
                       first, second, pair.empty() ? pair : " of " + pair);
  }
  if (pair.empty()) return fmt::format("two outputs have the path \"{}\"; each needs its own", first);
  return fmt::format("{} both have an output with the path \"{}\"; give one of them another path in its target.yaml",
                     pair, first);
}

}  // namespace

const char* path_fault(std::string_view path) {
  if (path.empty()) return "is empty";
  if (path.size() > kMaxPathSize) return "is longer than 1024 bytes";
  if (path.front() == '/') return "is absolute; it must be relative to the output folder";
  if (path.size() > 1 && path[1] == ':') return "starts with a drive; it must be relative to the output folder";
  if (path.find('\\') != std::string_view::npos) return "has a backslash; the parts of a path are separated by \"/\"";
  if (std::any_of(path.begin(), path.end(), is_control_byte)) return "has a control character";
  std::size_t begin = 0;
  for (std::size_t i = path.find('/'); i != std::string_view::npos; i = path.find('/', begin)) {
    if (const char* fault = part_fault(path.substr(begin, i - begin))) return fault;
    begin = i + 1;
  }
  return part_fault(path.substr(begin));
}

std::string_view folder_part(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

base::Result<Plan> Plan::make(Request request) {
  Plan plan;
  plan.paths_ = std::move(request.paths);
  if (auto status = plan.add_paths(request); !status) return status.error();
  if (auto status = plan.add_folders(); !status) return status.error();
  if (auto status = plan.check_folders(); !status) return status.error();
  plan.sort();
  return plan;
}

base::Status Plan::add_paths(const Request& targets) {
  numbers_.reserve(paths_.size());
  for (std::size_t id = 0; id < paths_.size(); ++id) {
    const std::string& path = paths_[id];
    if (const char* fault = path_fault(path)) return base::Error{fmt::format("output path \"{}\" {}", path, fault)};
    const std::size_t known = numbers_.add(path);
    if (known != id) return base::Error{same_file(paths_[known], path, target_pair(targets, known, id))};
  }
  return base::Done{};
}

base::Status Plan::add_folders() {
  folders_.push_back({});
  folder_numbers_.emplace(std::string_view(), 0);
  folder_of_.reserve(paths_.size());
  std::uint32_t last = 0;
  for (const std::string_view path : paths_) {
    const std::string_view folder = folder_part(path);
    if (folder != folders_[last].path) last = add_folder(folder);
    folder_of_.push_back(last);
  }
  return base::Done{};
}

base::Status Plan::check_folders() const {
  base::KeyNumbers<std::string_view, FoldedPaths> folded;
  for (std::size_t number = 0; number < folders_.size(); ++number) {
    const PlannedFolder& folder = folders_[number];
    if (const std::size_t known = folded.add(folder.path); known != number) {
      return base::Error{
          fmt::format("output folders \"{}\" and \"{}\" differ only in case; on some disks they would be one folder",
                      folders_[known].path, folder.path)};
    }
    if (folder.path.empty()) continue;
    if (const auto id = find_folded(folder.path)) {
      return base::Error{fmt::format("output path \"{}\" is a file, and \"{}\" is a folder that contains other outputs",
                                     paths_[*id], folder.path)};
    }
  }
  return base::Done{};
}

std::uint32_t Plan::add_folder(std::string_view path) {
  if (const auto found = find_folder(path)) return *found;
  const std::uint32_t parent = add_folder(folder_part(path));
  const auto number = static_cast<std::uint32_t>(folders_.size());
  folders_.push_back({path, parent});
  folder_numbers_.emplace(path, number);
  return number;
}

void Plan::sort() {
  sorted_.resize(paths_.size());
  std::iota(sorted_.begin(), sorted_.end(), std::uint32_t{0});
  // A merge sort: the paths consist of a few sorted runs, one per folder.
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return paths_[a] < paths_[b]; });
}

std::uint64_t Plan::FoldedPaths::hash(std::string_view path, std::uint64_t seed) {
  std::array<char, kMaxPathSize> folded;
  std::transform(path.begin(), path.end(), folded.begin(), base::to_upper);
  return base::hash_of({folded.data(), path.size()}, seed);
}

bool Plan::FoldedPaths::same(std::string_view a, std::string_view b) { return base::equal_ignoring_case(a, b); }

std::optional<std::uint32_t> Plan::find_folder(std::string_view path) const {
  const auto found = folder_numbers_.find(path);
  if (found == folder_numbers_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> Plan::find(std::string_view path) const {
  const auto id = find_folded(path);
  return id && paths_[*id] == path ? id : std::nullopt;
}

std::optional<std::uint32_t> Plan::find_folded(std::string_view path) const {
  return path.size() > kMaxPathSize ? std::nullopt : numbers_.find(path);
}

}  // namespace errpress::output
