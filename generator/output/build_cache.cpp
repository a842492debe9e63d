#include "output/build_cache.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <limits>
#include <type_traits>
#include <utility>

#include "base/hash.h"
#include "disk/disk.h"
#include "output/private_folder.h"

namespace errpress::output {
namespace {

// Identifies the file type and version and, read as one number, the byte order.
constexpr std::uint64_t kMagic = 0x3530'6863'5270'7245;  // "ErpRch05" on little-endian machines

template <typename T>
void append(std::string& out, const T& value) {
  static_assert(std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>,
                "written as it lies in memory, so without padding");
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
T record_at(const std::string& bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

std::uint64_t checksum_of(std::string_view bytes) {
  constexpr std::size_t kCovered = 2 * sizeof(std::uint64_t);
  return base::hash_of(bytes.substr(kCovered));
}

// Writes the header in front of the other bytes, with the checksum of everything.
template <typename Header>
void seal(std::string& bytes, Header header) {
  std::memcpy(bytes.data(), &header, sizeof header);
  header.checksum = checksum_of(bytes);
  std::memcpy(bytes.data(), &header, sizeof header);
}

// The current time of the clock that stamps files on this disk.
std::error_code read_clock(disk::Disk& disk, std::int64_t& now) {
  const std::string path = std::string(kTemporaryFolder) + "/clock";
  std::error_code error = ensure_folder(disk, kTemporaryFolder);
  if (!error) error = disk.write_new(path, {});
  if (error) return error;
  disk::FileInfo clock;
  error = disk.look(path, clock);
  disk.remove_file(path);
  now = clock.stamp.changed;
  return error;
}

base::Error write_error(const std::string& folder, const Scope& scope, std::error_code error) {
  return disk::disk_error("write the build cache", folder + '/' + scope.cache_path(), error);
}

// Removes the oldest caches of runs of some targets. Failures are ignored: the next run tries again.
void remove_old_caches(disk::Disk& disk) {
  const std::string start = std::string(kCachePath) + '-';
  disk::Listing listing;
  if (disk.list(kPrivateFolder, listing)) return;
  std::vector<std::pair<std::int64_t, std::string>> caches;
  for (const disk::Listing::Item& item : listing.items) {
    std::string path = std::string(kPrivateFolder) + '/' + std::string(listing.name(item));
    disk::FileInfo seen;
    if (path.starts_with(start) && !disk.look(path, seen) && seen.kind == disk::Kind::file)
      caches.emplace_back(seen.stamp.modified, std::move(path));
  }
  std::sort(caches.begin(), caches.end(), std::greater<>());
  for (std::size_t i = BuildCache::kMostCaches; i < caches.size(); ++i) disk.remove_file(caches[i].second);
}

}  // namespace

std::string BuildCache::serialize(const CacheContents& contents, std::int64_t finished) {
  static_assert(offsetof(Header, checksum) == sizeof(std::uint64_t));
  std::string names;
  const auto add_name = [&names](std::string_view path) {
    const auto at = static_cast<std::uint32_t>(names.size());
    names += path;
    return at;
  };
  std::string out;
  append(out, Header{});
  for (const CachedSource& source : contents.sources) {
    append(out, SourceRecord{source.stamp, source.key, source.dependency_hash, add_name(source.path),
                             static_cast<std::uint32_t>(source.path.size())});
  }
  for (const CachedOutput& output : contents.outputs) {
    append(out, OutputRecord{output.content, add_name(output.path), static_cast<std::uint32_t>(output.path.size()),
                             output.source, 0});
  }
  out.append(names).append(contents.report);
  Header header{kMagic, 0, contents.build_fingerprint, contents.started, finished, contents.manifest, contents.counts};
  header.source_count = contents.sources.size();
  header.output_count = contents.outputs.size();
  header.names_size = names.size();
  header.report_size = contents.report.size();
  header.report_has_colour = contents.report_has_colour ? 1 : 0;
  header.own_lines = contents.own_lines;
  seal(out, header);
  return out;
}

base::Status BuildCache::save(const std::string& folder, const CacheContents& contents, const Scope& scope) {
  std::size_t names_size = 0;
  for (const CachedSource& source : contents.sources) names_size += source.path.size();
  for (const CachedOutput& output : contents.outputs) names_size += output.path.size();
  if (names_size > std::numeric_limits<std::uint32_t>::max()) {
    return base::Error{"there are too many paths for one build cache", folder};
  }
  auto disk = disk::open_disk(folder);
  if (!disk) return disk.error();
  std::int64_t finished = 0;
  std::error_code error = read_clock(**disk, finished);
  if (!error) error = replace_private(**disk, scope.cache_path(), serialize(contents, finished));
  (*disk)->remove_folder(kTemporaryFolder);
  if (error) return write_error(folder, scope, error);
  if (!scope.all()) remove_old_caches(**disk);
  return base::Done{};
}

base::Status BuildCache::renew(disk::Disk& disk, const std::string& base, const std::string& folder,
                               unsigned threads) const {
  Header header = header_;
  header.started = disk::file_clock_now();
  std::error_code error = read_clock(disk, header.finished);
  if (!error && sources_unchanged(base, threads) && outputs_untouched(folder, threads)) {
    std::string bytes = bytes_;
    seal(bytes, header);
    error = replace_private(disk, scope_.cache_path(), bytes);
  }
  disk.remove_folder(kTemporaryFolder);
  if (error) return write_error(folder, scope_, error);
  return base::Done{};
}

std::optional<BuildCache> BuildCache::load(const std::string& folder, const Scope& scope) {
  const auto disk = disk::open_disk(folder);
  std::string bytes;
  if (!disk || disk.value()->read(scope.cache_path(), bytes)) return std::nullopt;
  return parse(std::move(bytes), scope);
}

std::optional<BuildCache> BuildCache::parse(std::string bytes, const Scope& scope) {
  BuildCache cache;
  cache.scope_ = scope;
  if (!cache.adopt(std::move(bytes))) return std::nullopt;
  return cache;
}

bool BuildCache::adopt(std::string bytes) {
  if (bytes.size() < sizeof(Header)) return false;
  bytes_ = std::move(bytes);
  header_ = record_at<Header>(bytes_, 0);
  if (header_.magic != kMagic || header_.checksum != checksum_of(bytes_)) return false;
  std::uint64_t left = bytes_.size() - sizeof(Header);
  const auto take = [&left](std::uint64_t count, std::uint64_t size) {
    if (count > left / size) return false;
    left -= count * size;
    return true;
  };
  return take(header_.source_count, sizeof(SourceRecord)) && take(header_.output_count, sizeof(OutputRecord)) &&
         take(header_.names_size, 1) && header_.report_size == left && records_are_sound();
}

// The checksum detects accidental damage; this keeps every view inside the buffer even if the checksum was forged.
bool BuildCache::records_are_sound() const {
  const auto inside = [this](std::uint64_t name, std::uint64_t size) { return name + size <= header_.names_size; };
  for (std::size_t i = 0; i < source_count(); ++i) {
    const auto record = record_at<SourceRecord>(bytes_, sizeof(Header) + i * sizeof(SourceRecord));
    if (!inside(record.name, record.name_size)) return false;
  }
  for (std::size_t i = 0; i < output_count(); ++i) {
    const auto record = record_at<OutputRecord>(bytes_, outputs_at() + i * sizeof(OutputRecord));
    const bool known_source = record.source == kNoSource || record.source < source_count();
    if (!inside(record.name, record.name_size) || !known_source) return false;
  }
  return true;
}

std::string_view BuildCache::report() const {
  return std::string_view(bytes_).substr(names_at() + header_.names_size, header_.report_size);
}

CachedSource BuildCache::source(std::size_t index) const {
  const auto record = record_at<SourceRecord>(bytes_, sizeof(Header) + index * sizeof(SourceRecord));
  return {std::string_view(bytes_).substr(names_at() + record.name, record.name_size), record.stamp, record.key,
          record.dependency_hash};
}

CachedOutput BuildCache::output(std::size_t index) const {
  const auto record = record_at<OutputRecord>(bytes_, outputs_at() + index * sizeof(OutputRecord));
  return {std::string_view(bytes_).substr(names_at() + record.name, record.name_size), record.content, record.source};
}

}  // namespace errpress::output
