// Compares a BuildCache with the disk: all the work of a build that has nothing to do.
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "base/hash.h"
#include "base/parallel.h"
#include "disk/disk.h"
#include "output/build_cache.h"
#include "output/plan.h"
#include "output/private_folder.h"

namespace errpress::output {
namespace {

constexpr std::size_t kChunk = 256;

bool all_set(const std::vector<std::uint8_t>& flags) {
  return std::all_of(flags.begin(), flags.end(), [](std::uint8_t flag) { return flag != 0; });
}

// Adds a folder and those that contain it.
void add_folders(std::string_view folder, std::unordered_set<std::string_view>& folders) {
  while (!folder.empty() && folders.insert(folder).second) folder = folder_part(folder);
}

// Whether something other than a folder, such as a link, is on the way to an output. The system would follow such a
// link, but a build refuses it. A folder that does not exist is in no output's way.
bool is_redirected(const disk::Disk& disk, const std::unordered_set<std::string_view>& folders) {
  return std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) {
    disk::FileInfo seen;
    return disk.look(folder, seen) || (seen.kind != disk::Kind::folder && seen.kind != disk::Kind::none);
  });
}

}  // namespace

// The articles may be on another machine's disk, whose clock is unknown; the earlier of two clocks is safer.
std::int64_t BuildCache::trusted_before() const { return std::min(header_.started, header_.finished) - kStampSlack; }

bool BuildCache::gains_from_renewal() const {
  const std::int64_t now = disk::file_clock_now() - kStampSlack;
  for (std::size_t i = 0; i < source_count(); ++i) {
    const std::int64_t changed = source(i).stamp.changed;
    if (changed >= trusted_before() && changed < now) return true;
  }
  return false;
}

// An equal stamp from before the run is sufficient: any later change would have given the file another stamp.
bool BuildCache::is_current(const disk::Disk& disk, const CachedSource& source) const {
  disk::FileInfo seen;
  if (disk.look(source.path, seen, disk::Links::follow) || seen.kind != disk::Kind::file || seen.stamp != source.stamp)
    return false;
  if (seen.stamp.changed < trusted_before()) return true;
  std::string bytes;
  const auto error = disk.read(source.path, bytes, {.links = disk::Links::follow});
  return !error && base::hash_of(bytes) == source.key;
}

bool BuildCache::is_current(const disk::Disk& disk, std::string_view path, const Content& content) const {
  disk::FileInfo seen;
  if (disk.look(path, seen) || seen.kind != disk::Kind::file || seen.stamp.size != content.size) return false;
  if (seen.stamp.changed < header_.finished) return true;
  Content found;
  return !content_of_file(disk, path, found) && found == content;
}

// Runs of other targets may have changed the lines of theirs.
bool BuildCache::manifest_is_current(const disk::Disk& disk) const {
  if (is_current(disk, kManifestPath, header_.manifest)) return true;
  std::string text;
  return !scope_.all() && !disk.read(kManifestPath, text) && scope_.hash_of_own(text) == header_.own_lines;
}

std::vector<std::uint8_t> BuildCache::sources_current(const std::string& base, unsigned threads) const {
  const auto disk = disk::open_disk(base);
  if (!disk) return std::vector<std::uint8_t>(source_count(), 0);
  return sources_current(**disk, threads);
}

std::vector<std::uint8_t> BuildCache::sources_current(const disk::Disk& disk, unsigned threads) const {
  std::vector<std::uint8_t> flags(source_count(), 0);
  base::parallel_chunks(flags.size(), threads, kChunk, [&](unsigned, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) flags[i] = is_current(disk, source(i));
  });
  return flags;
}

std::unordered_set<std::string_view> BuildCache::output_folders() const {
  std::unordered_set<std::string_view> folders{kPrivateFolder};
  std::string_view last;
  for (std::size_t i = 0; i < output_count(); ++i) {
    const std::string_view folder = folder_part(output(i).path);
    if (folder != last) add_folders(folder, folders);
    last = folder;
  }
  return folders;
}

std::vector<std::uint8_t> BuildCache::outputs_current(const std::string& folder, unsigned threads) const {
  std::vector<std::uint8_t> flags(output_count() + 1, 0);
  const auto disk = disk::open_disk(folder);
  if (!disk || is_redirected(**disk, output_folders())) return flags;
  base::parallel_chunks(output_count(), threads, kChunk, [&](unsigned, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) flags[i] = is_current(**disk, output(i).path, output(i).content);
  });
  flags.back() = manifest_is_current(**disk);
  return flags;
}

bool BuildCache::sources_unchanged(const std::string& base, unsigned threads) const {
  return all_set(sources_current(base, threads));
}

bool BuildCache::outputs_untouched(const std::string& folder, unsigned threads) const {
  return all_set(outputs_current(folder, threads));
}

}  // namespace errpress::output
