// libFuzzer target: what a build remembers. Any bytes give a cache whose views all lie inside its buffer, or none; what
// is saved of it is read as the same.
// An input is either "=" and the bytes of a cache, or a list of edits of a right one, 12 bytes each: an offset and the
// eight bytes to stand there. Either way it is read as it is, and with the checksum set right.
#include <cstring>

#include "base/hash.h"
#include "fuzz/require.h"
#include "output/build_cache.h"

using namespace errpress;
using fuzz::require;
using output::BuildCache;

namespace {

constexpr std::size_t kChecksumAt = 8;
constexpr std::size_t kCheckedFrom = 16;

std::string sample() {
  output::CacheContents contents;
  contents.build_fingerprint = 1;
  contents.started = 2;
  contents.manifest = output::content_of("manifest");
  contents.counts = {3, 1, 0, 2};
  contents.report = "report";
  contents.report_has_colour = true;
  for (const char* path : {"corpus/a.txt", "/abs/b.txt", ""}) contents.sources.push_back({path, {9, 8, 7, 6}, 5, 4});
  contents.outputs = {{"a.md", output::content_of("a"), 0}, {"index.md", output::content_of("i"), output::kNoSource}};
  return BuildCache::serialize(contents, 10);
}

std::string edited(std::string bytes, std::string_view edits) {
  constexpr std::size_t kEdit = 12;
  for (; edits.size() >= kEdit; edits.remove_prefix(kEdit)) {
    std::uint32_t offset = 0;
    std::memcpy(&offset, edits.data(), sizeof offset);
    const std::size_t at = offset % bytes.size();
    std::memcpy(bytes.data() + at, edits.data() + sizeof offset, std::min<std::size_t>(8, bytes.size() - at));
  }
  return bytes;
}

void set_checksum(std::string& bytes) {
  if (bytes.size() < kCheckedFrom) return;
  const std::uint64_t checksum = base::hash_of(std::string_view(bytes).substr(kCheckedFrom));
  std::memcpy(bytes.data() + kChecksumAt, &checksum, sizeof checksum);
}

output::CacheContents contents_of(const BuildCache& cache, std::string_view buffer) {
  output::CacheContents contents;
  contents.build_fingerprint = cache.build_fingerprint();
  contents.counts = cache.counts();
  contents.report = cache.report();
  contents.report_has_colour = cache.report_has_colour();
  require(fuzz::is_inside(contents.report, buffer), "the report is inside the buffer");
  for (std::size_t i = 0; i < cache.source_count(); ++i) {
    contents.sources.push_back(cache.source(i));
    require(fuzz::is_inside(contents.sources.back().path, buffer), "a source's path is inside the buffer");
  }
  for (std::size_t i = 0; i < cache.output_count(); ++i) {
    contents.outputs.push_back(cache.output(i));
    const output::CachedOutput& output = contents.outputs.back();
    require(fuzz::is_inside(output.path, buffer), "an output's path is inside the buffer");
    require(output.source == output::kNoSource || output.source < cache.source_count(), "an output's source is there");
  }
  return contents;
}

void require_same(const output::CacheContents& a, const output::CacheContents& b) {
  require(
      a.build_fingerprint == b.build_fingerprint && a.report == b.report && a.report_has_colour == b.report_has_colour,
      "a saved cache has the same fingerprint and reports");
  require(a.sources.size() == b.sources.size() && a.outputs.size() == b.outputs.size(), "as many files");
  for (std::size_t i = 0; i < a.sources.size(); ++i) {
    const output::CachedSource& x = a.sources[i];
    const output::CachedSource& y = b.sources[i];
    require(x.path == y.path && x.stamp == y.stamp && x.key == y.key && x.dependency_hash == y.dependency_hash,
            "a saved cache has the same sources");
  }
  for (std::size_t i = 0; i < a.outputs.size(); ++i) {
    const output::CachedOutput& x = a.outputs[i];
    const output::CachedOutput& y = b.outputs[i];
    require(x.path == y.path && x.content == y.content && x.source == y.source, "a saved cache has the same outputs");
  }
}

bool run(std::string bytes) {
  const std::string_view buffer = bytes;
  const auto cache = BuildCache::parse(std::move(bytes));
  if (!cache) return false;
  const output::CacheContents contents = contents_of(*cache, buffer);
  // A name may be used twice, so what is saved may be many times larger than what was read.
  constexpr std::size_t kMost = std::size_t{1} << 24;
  std::size_t size = 0;
  for (const auto& source : contents.sources) size += source.path.size();
  for (const auto& output : contents.outputs) size += output.path.size();
  if (size > kMost) return true;
  std::string saved = BuildCache::serialize(contents, 10);
  const std::string_view saved_buffer = saved;
  const auto same = BuildCache::parse(std::move(saved));
  require(same.has_value(), "a saved cache is read");
  require_same(contents, contents_of(*same, saved_buffer));
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string right = sample();
  const std::string_view input = fuzz::text_of(data, size);
  std::string bytes = input.starts_with('=') ? std::string(input.substr(1)) : edited(right, input);
  const bool read = run(bytes);
  require(!input.empty() || read, "a right cache is read");
  set_checksum(bytes);
  run(std::move(bytes));
  return 0;
}
