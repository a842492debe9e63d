// What a build remembers for the next one in the same folder: `.errpress/cache`. With it, a build that has nothing to
// do finds that out with one look at every source and every output, and reads none of them. The file is one machine's
// own and never worth a message: damaged, or of another version, it is as if there were none. One buffer, read once;
// everything handed out is a view into it. Const use is thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/content.h"

namespace errpress::output {

inline constexpr std::uint32_t kNoSource = 0xFFFFFFFF;

// Nanoseconds. File systems round time stamps down to as much as two seconds (vfat; ext2 and HFS+ to one), so a file
// that changes twice within them may keep its stamp. A stamp therefore proves that a source is unchanged only where it
// is older than the build by more than that; a younger one is not trusted, and the bytes are compared. Git treats
// entries of its index that are "racily clean" in the same way.
inline constexpr std::int64_t kStampSlack = 2'000'000'000;

// `path` opens the file from the folder that sources_current is given (an absolute one from anywhere); `stamp` was
// taken before the bytes were read, `key` is base::hash_of them; `dependency_hash` is of everything else that decides
// what is rendered of it.
struct CachedSource {
  std::string_view path;
  disk::FileStamp stamp;
  std::uint64_t key = 0;
  std::uint64_t dependency_hash = 0;
};

// `path` is relative to the output folder; `source` is the index of the one source that it was printed from, or
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

// What is to be remembered of a run. The views need to live until save returns.
struct CacheContents {
  std::uint64_t build_fingerprint =
      0;                     // hash of all but the articles: version, configuration, templates, registries, dialect
  std::int64_t started = 0;  // file_clock_now() of disk.h, taken before the first source was read
  Content manifest;          // OutputFolder::manifest()
  CachedCounts counts;
  std::string_view report;         // as the run printed it
  bool report_has_colour = false;  // whether it has terminal colours
  std::vector<CachedSource> sources;
  std::vector<CachedOutput> outputs;
};

class BuildCache {
 public:
  // Nothing where there is none that can be used.
  static std::optional<BuildCache> load(const std::string& folder);

  // The cache that a file's `bytes` are, likewise. Any bytes may be given: no view reaches out of them.
  static std::optional<BuildCache> parse(std::string bytes);
  // The bytes of such a file. `finished`: the clock of the output folder's disk, after all outputs were in place. Paths
  // together have at most 4 GB.
  static std::string serialize(const CacheContents& contents, std::int64_t finished);

  // Call it after OutputFolder::finish, while the OutputFolder still holds its lock. Replaces the old one as a whole;
  // where that fails, the old one stays, and is as right as before.
  static base::Status save(const std::string& folder, const CacheContents& contents);

  // Looks at all sources and outputs once more, and where they are current saves this cache again as of now, so that
  // the stamps of sources that were young when it was made are trusted from now on. `disk` is the output folder and
  // holds its lock; it is the caller's choice to ignore a failure.
  base::Status renew(disk::Disk& disk, const std::string& base, const std::string& folder, unsigned threads) const;
  // Whether that would make any source's stamp a trusted one that now is not.
  bool gains_from_renewal() const;

  std::uint64_t build_fingerprint() const { return header_.build_fingerprint; }
  const CachedCounts& counts() const { return header_.counts; }
  std::string_view report() const;
  bool report_has_colour() const { return header_.report_has_colour != 0; }
  std::size_t source_count() const { return static_cast<std::size_t>(header_.source_count); }
  std::size_t output_count() const { return static_cast<std::size_t>(header_.output_count); }
  CachedSource source(std::size_t index) const;
  CachedOutput output(std::size_t index) const;

  // For each source, whether it still is what it was: an equal stamp that is older than the run by kStampSlack. A
  // source that had changed shortly before the run, or while it ran, is read and compared by its key. `base` is the
  // folder that relative paths start from.
  std::vector<std::uint8_t> sources_current(const std::string& base, unsigned threads = 1) const;
  // The same on a disk that the caller brings.
  std::vector<std::uint8_t> sources_current(const disk::Disk& disk, unsigned threads = 1) const;

  // For each output, whether the file holds what was written: the right size, and last changed before the run ended.
  // One that was changed since, or in the clock's same tick, is read and compared by its hash. The last element, one
  // more than there are outputs, is for the manifest. A change goes unnoticed only if the clock was set back, or
  // where the disk has no time of change (disk_portable.cpp) and somebody set the time of modification back.
  std::vector<std::uint8_t> outputs_current(const std::string& folder, unsigned threads = 1) const;

  // Whether all of them are.
  bool sources_unchanged(const std::string& base, unsigned threads = 1) const;
  bool outputs_untouched(const std::string& folder, unsigned threads = 1) const;

 private:
  struct Header {
    std::uint64_t magic = 0;
    std::uint64_t checksum = 0;  // hash_of all that follows it
    std::uint64_t build_fingerprint = 0;
    std::int64_t started = 0;
    std::int64_t finished = 0;  // the clock of the output folder's disk, after all outputs were in place
    Content manifest;
    CachedCounts counts;
    std::uint64_t source_count = 0;
    std::uint64_t output_count = 0;
    std::uint64_t names_size = 0;
    std::uint64_t report_size = 0;
    std::uint64_t report_has_colour = 0;  // 0 or 1
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
  bool is_current(const disk::Disk& disk, const CachedSource& source) const;
  bool is_current(const disk::Disk& disk, std::string_view path, const Content& content) const;

  Header header_;
  std::string bytes_;  // header, sources, outputs, names, report
};

}  // namespace errpress::output
