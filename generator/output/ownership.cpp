#include "output/ownership.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "output/git_text.h"

namespace errpress::output {
namespace {

bool matches_any(std::string_view bytes, std::span<const ManifestLine> lines) {
  const std::uint64_t hash = base::hash_of(bytes);
  return std::any_of(lines.begin(), lines.end(), [&](const ManifestLine& line) { return line.matches(hash); });
}

Holding judge_bytes(std::string_view found, std::span<const ManifestLine> lines, std::string_view wanted) {
  if (found == wanted) return Holding::wanted;
  if (equal_but_for_crlf(found, wanted)) return Holding::line_ends;
  if (lines.empty()) return Holding::foreign;
  return is_recorded(found, lines) || has_conflict(found) ? Holding::recorded : Holding::changed;
}

// Whether the error says that the path is not a regular file.
bool is_no_file(std::error_code error) {
  return error == std::errc::too_many_symbolic_link_levels || error == std::errc::not_supported ||
         error == std::errc::is_a_directory;
}

}  // namespace

bool is_recorded(std::string_view bytes, std::span<const ManifestLine> lines) {
  if (lines.empty()) return false;
  if (matches_any(bytes, lines)) return true;
  const auto converted = without_crlf(bytes);
  return converted && matches_any(*converted, lines);
}

std::error_code judge_file(const disk::Disk& disk, std::string_view path, std::span<const ManifestLine> lines,
                           std::string_view bytes, const Content& content, Holding& holding,
                           disk::FileStamp& seen) {
  // Usually the file is as recorded. So if the record has another hash than the wanted bytes, the file is read at once
  // instead of being compared with them first.
  if (lines.size() != 1 || lines.front().hash == content.hash) {
    bool same = false;
    if (const auto error = disk.holds(path, bytes, same)) return error;
    holding = Holding::wanted;
    if (same) return {};
  }
  std::string found;
  const std::error_code error = disk.read(path, found, {.stamp = &seen});
  if (!error)
    holding = judge_bytes(found, lines, bytes);
  else if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
    holding = Holding::nothing;
  else if (is_no_file(error))
    holding = lines.empty() ? Holding::foreign : Holding::changed;
  else
    return error;
  return {};
}

}  // namespace errpress::output
