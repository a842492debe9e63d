// What a build stores for the next build of the same targets in the same output folder: `.errpress/cache` for builds of
// all targets, `.errpress/cache-<hash>` for others. With it, a build that has
// nothing to do finds that out with one stat per source and output, without reading any of them. The file is local to
// one machine and never causes an error message: a damaged file, or one of another version, is ignored. It is read once
// into one buffer, and everything returned is a view into that. Const use is thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/content.h"
#include "output/scope.h"

namespace errpress::output {

inline constexpr std::uint32_t kNoSource = 0xFFFFFFFF;

// In nanoseconds. File systems may round time stamps down to two seconds (vfat; ext2 and HFS+ to one second), so a file
// that changes twice within that time may keep its stamp. A stamp therefore proves that a source is unchanged only if
// it is older than the build by more than this. A newer stamp is not trusted, and the bytes are compared. Git treats
// "racily clean" entries of its index in the same way.
inline constexpr std::int64_t kStampSlack = 2'000'000'000;

// `path` is absolute, or relative to the folder passed to sources_current. `stamp` was taken before the bytes were
// read; `key` is base::hash_of the bytes; `dependency_hash` covers everything else that the rendered output depends on.
struct CachedSource {
  std::string_view path;
  disk::FileStamp stamp;
  std::uint64_t key = 0;
  std::uint64_t dependency_hash = 0;
};

// `path` is relative to the output folder; `source` is the index of the one source that it was rendered from, or
// kNoSource.
struct CachedOutput {
  std::string_view path;
  Content content;
  std::uint32_t source = kNoSource;
};

struct CachedCounts {
  std::uint64_t articles = 0;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t infos = 0;
};

// The data of a run that is to be cached. The views must stay valid until save returns.
struct CacheContents {
  // Hash of all inputs except the articles: version, configuration, templates, registries, dialect.
  std::uint64_t build_fingerprint = 0;
  std::int64_t started = 0;     // file_clock_now() of disk.h, before the first source was read
  Content manifest;             // OutputFolder::manifest()
  std::uint64_t own_lines = 0;  // OutputFolder::own_lines()
  CachedCounts counts;
  std::string_view report;         // as printed by the run
  bool report_has_colour = false;  // whether it has terminal colours
  std::vector<CachedSource> sources;
  std::vector<CachedOutput> outputs;
};

class BuildCache {
 public:
  // The cache of the last run of this scope. nullopt if there is no usable one.
  static std::optional<BuildCache> load(const std::string& folder, const Scope& scope = {});

  // Like load, from the bytes of the file. Any bytes are accepted: no view ever points outside them.
  static std::optional<BuildCache> parse(std::string bytes, const Scope& scope = {});
  // The bytes of a cache file. `finished` is the clock of the output folder's disk after all outputs were in place. All
  // paths together must not exceed 4 GB.
  static std::string serialize(const CacheContents& contents, std::int64_t finished);

  // To be called after OutputFolder::finish, while the OutputFolder still holds its lock. Replaces the old cache of
  // this scope atomically; on failure the old cache stays, and is as valid as before. Keeps the latest kMostCaches of
  // runs of some targets, and removes older ones.
  static base::Status save(const std::string& folder, const CacheContents& contents, const Scope& scope = {});
  static constexpr std::size_t kMostCaches = 8;

  // Checks all sources and outputs again and, if they are current, saves this cache with the current time, so that
  // stamps that were too new to be trusted when it was made are trusted from now on. `disk` is the output folder and
  // holds its lock. The caller may ignore a failure.
  base::Status renew(disk::Disk& disk, const std::string& base, const std::string& folder, unsigned threads) const;
  // Whether renewal would make the stamp of any source trusted that is not trusted now.
  bool gains_from_renewal() const;

  std::uint64_t build_fingerprint() const { return header_.build_fingerprint; }
  const CachedCounts& counts() const { return header_.counts; }
  std::string_view report() const;
  bool report_has_colour() const { return header_.report_has_colour != 0; }
  std::size_t source_count() const { return static_cast<std::size_t>(header_.source_count); }
  std::size_t output_count() const { return static_cast<std::size_t>(header_.output_count); }
  CachedSource source(std::size_t index) const;
  CachedOutput output(std::size_t index) const;

  // For each source, whether it is unchanged: its stamp is equal, and older than the run by kStampSlack. A source that
  // was changed shortly before the run, or during it, is read and compared by its key. Relative paths are resolved
  // against `base`.
  std::vector<std::uint8_t> sources_current(const std::string& base, unsigned threads = 1) const;
  // The same on a given disk.
  std::vector<std::uint8_t> sources_current(const disk::Disk& disk, unsigned threads = 1) const;

  // For each output, whether the file holds what was written: it has the recorded size, and was last changed before the
  // run ended. An output changed since then, or in the same clock tick, is read and compared by its hash. The result
  // has one more element than there are outputs: the last one is for the manifest, of which only the lines of this
  // scope count. A change goes unnoticed only if the clock was set back, or if the disk has no change time
  // (disk_portable.cpp) and the modification time was set back.
  std::vector<std::uint8_t> outputs_current(const std::string& folder, unsigned threads = 1) const;

  // Whether all sources, or all outputs and the manifest, are current.
  bool sources_unchanged(const std::string& base, unsigned threads = 1) const;
  bool outputs_untouched(const std::string& folder, unsigned threads = 1) const;

 private:
  struct Header {
    std::uint64_t magic = 0;
    std::uint64_t checksum = 0;  // hash_of all bytes after this field
    std::uint64_t build_fingerprint = 0;
    std::int64_t started = 0;
    std::int64_t finished = 0;  // clock of the output folder's disk, after all outputs were in place
    Content manifest;
    CachedCounts counts;
    std::uint64_t source_count = 0;
    std::uint64_t output_count = 0;
    std::uint64_t names_size = 0;
    std::uint64_t report_size = 0;
    std::uint64_t report_has_colour = 0;  // 0 or 1
    std::uint64_t own_lines = 0;
  };
  struct SourceRecord {
    disk::FileStamp stamp;
    std::uint64_t key;
    std::uint64_t dependency_hash;
    std::uint32_t name;
    std::uint32_t name_size;
  };
  struct OutputRecord {
    Content content;
    std::uint32_t name;
    std::uint32_t name_size;
    std::uint32_t source;
    std::uint32_t unused;
  };

  std::int64_t trusted_before() const;
  bool adopt(std::string bytes);
  bool records_are_sound() const;
  std::size_t outputs_at() const { return sizeof(Header) + source_count() * sizeof(SourceRecord); }
  std::size_t names_at() const { return outputs_at() + output_count() * sizeof(OutputRecord); }
  // The folders of all outputs, with those that contain them, and the private folder.
  std::unordered_set<std::string_view> output_folders() const;
  bool is_current(const disk::Disk& disk, const CachedSource& source) const;
  bool is_current(const disk::Disk& disk, std::string_view path, const Content& content) const;
  bool manifest_is_current(const disk::Disk& disk) const;

  Scope scope_;
  Header header_;
  std::string bytes_;  // header, sources, outputs, names, report
};

}  // namespace errpress::output
