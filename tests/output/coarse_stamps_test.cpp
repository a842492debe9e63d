// BuildCache over disks whose time stamps are coarse: a source that changed within the same tick as a build is never
// taken for unchanged. Disk and clock of the sources are simulated.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <string>

#include "base/hash.h"
#include "disk/files.h"
#include "output/build_cache.h"
#include "output/folder_fixture.h"
#include "output/upkeep.h"

namespace errpress::output {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kHour = 3600 * kSecond;

// Three sources of one size on a disk that stamps files with a clock of our own, rounded down.
class CoarseSources {
 public:
  explicit CoarseSources(std::int64_t granularity) : granularity_(granularity), now_(disk::file_clock_now() - kHour) {
    for (const char* name : kNames) edit(name, 'a');
  }

  static constexpr const char* kNames[] = {"x.txt", "y.txt", "z.txt"};

  void advance(std::int64_t nanoseconds) { now_ += nanoseconds; }
  std::int64_t now() const { return now_; }

  void edit(const std::string& name, char byte) {
    bytes_[name] = std::string(8, byte);
    stamps_[name] = {8, now_ - now_ % granularity_, now_ - now_ % granularity_, 7};
  }
  // Other bytes with the same stamp.
  void replace_unseen(const std::string& name, const std::string& bytes) { bytes_[name] = bytes; }
  const std::string& bytes(const std::string& name) const { return bytes_.at(name); }
  const disk::FileStamp& stamp(const std::string& name) const { return stamps_.at(name); }

 private:
  std::int64_t granularity_;
  std::int64_t now_;
  std::map<std::string, std::string> bytes_;
  std::map<std::string, disk::FileStamp> stamps_;
};

// The folder of the sources as BuildCache sees it.
class CoarseDisk final : public disk::Disk {
 public:
  explicit CoarseDisk(const CoarseSources& sources) : sources_(sources) {}

  std::error_code look(std::string_view path, disk::FileInfo& seen, disk::Links) const override {
    seen = {disk::Kind::file, sources_.stamp(std::string(path))};
    return {};
  }
  std::error_code read(std::string_view path, std::string& bytes, const disk::ReadOptions&) const override {
    bytes = sources_.bytes(std::string(path));
    return {};
  }
  std::error_code list(std::string_view, disk::Listing&, disk::Links) const override { return unused(); }
  std::error_code read_part(std::string_view, std::uint64_t, std::size_t, std::string&) const override {
    return unused();
  }
  std::error_code append(std::string_view, std::string_view) override { return unused(); }
  std::error_code holds(std::string_view, std::string_view, bool&) const override { return unused(); }
  std::string folder_identity(std::string_view) const override { return {}; }
  std::error_code write_new(std::string_view, std::string_view) override { return unused(); }
  std::error_code move(std::string_view, std::string_view, disk::Overwrite) override { return unused(); }
  std::error_code make_folder(std::string_view) override { return unused(); }
  std::error_code remove_file(std::string_view) override { return unused(); }
  std::error_code remove_folder(std::string_view) override { return unused(); }
  std::error_code lock(std::string_view) override { return unused(); }

 private:
  static std::error_code unused() { return std::make_error_code(std::errc::not_supported); }
  const CoarseSources& sources_;
};

// Builds of those sources: what each has read is what its cache says.
class Builder {
 public:
  Builder(const CoarseSources& sources, std::string out) : sources_(sources), out_(std::move(out)) {
    fs::create_directories(out_ + "/.errpress");
  }

  // A build that starts now: `meanwhile` happens after each source was looked at and before it is read.
  template <typename Meanwhile>
  void build(Meanwhile meanwhile) {
    CacheContents contents;
    contents.started = sources_.now();
    for (const char* name : CoarseSources::kNames) {
      const disk::FileStamp stamp = sources_.stamp(name);
      meanwhile();
      contents.sources.push_back({name, stamp, base::hash_of(sources_.bytes(name))});
    }
    REQUIRE(BuildCache::save(out_, contents));
  }
  void build() {
    build([] {});
  }

  // The names of sources that count as unchanged though they hold other bytes than the last build read.
  std::string stale() const {
    const auto cache = BuildCache::load(out_);
    REQUIRE(cache);
    const auto flags = cache->sources_current(CoarseDisk(sources_));
    std::string names;
    for (std::size_t i = 0; i < flags.size(); ++i) {
      const std::string name(cache->source(i).path);
      if (flags[i] != 0 && cache->source(i).key != base::hash_of(sources_.bytes(name))) names += name + ' ';
    }
    return names;
  }
  bool all_current() const {
    const auto flags = BuildCache::load(out_)->sources_current(CoarseDisk(sources_));
    return std::find(flags.begin(), flags.end(), 0) == flags.end();
  }

 private:
  const CoarseSources& sources_;
  std::string out_;
};

// How many random steps: ERRPRESS_TEST_STEPS, or enough for every run of the tests.
std::size_t step_count() {
  const char* steps = std::getenv("ERRPRESS_TEST_STEPS");
  return steps == nullptr ? 5000 : std::strtoull(steps, nullptr, 10);
}

}  // namespace

TEST_CASE("no edit goes unnoticed on a disk with coarse time stamps") {
  for (const std::int64_t granularity : {std::int64_t{1}, kSecond / 100, kSecond, 2 * kSecond}) {
    CAPTURE(granularity);
    const TemporaryFolder temporary;
    CoarseSources sources(granularity);
    Builder builder(sources, temporary.out());
    builder.build();
    std::mt19937 random(1);
    const auto edit_any = [&] {
      sources.edit(CoarseSources::kNames[random() % 3], static_cast<char>('a' + random() % 3));
    };
    constexpr std::int64_t kWaits[] = {1, kSecond / 1000, kSecond / 10, kSecond / 2, kSecond, 3 * kSecond};
    for (std::size_t step = 0; step < step_count(); ++step) {
      sources.advance(kWaits[random() % std::size(kWaits)]);
      if (random() % 2 == 0) edit_any();
      const std::string stale = builder.stale();
      REQUIRE_MESSAGE(stale.empty(), "step ", step, ": ", stale);
      if (random() % 3 != 0) continue;
      builder.build([&] {
        sources.advance(static_cast<std::int64_t>(random() % 3) * kSecond / 3);
        if (random() % 4 == 0) edit_any();
      });
    }
  }
}

TEST_CASE("a stamp that is older than the build by more than the slack is trusted: the source is not read") {
  for (const std::int64_t granularity : {std::int64_t{1}, kSecond, 2 * kSecond}) {
    CAPTURE(granularity);
    const TemporaryFolder temporary;
    CoarseSources sources(granularity);
    Builder builder(sources, temporary.out());
    sources.advance(kStampSlack + granularity + 1);
    builder.build();
    sources.replace_unseen("x.txt", "not read");
    CHECK(builder.all_current());
  }
}

TEST_CASE("a stamp within the slack is not trusted, and equal bytes are current all the same") {
  const TemporaryFolder temporary;
  CoarseSources sources(1);
  Builder builder(sources, temporary.out());
  sources.advance(kStampSlack);
  builder.build();
  CHECK(builder.all_current());
  sources.replace_unseen("x.txt", "is read!");
  CHECK_FALSE(builder.all_current());
}

namespace {

// A cache over one output, and one source that changed long ago: a file of this program's own sources.
struct OldSource {
  TemporaryFolder temporary;
  std::string base = ERRPRESS_SOURCE_DIR;
  disk::FileStamp stamp;

  // The build is said to have started at the same moment as the source changed.
  OldSource() {
    auto folder = OutputFolder::open(temporary.out(), Mode::write, {"a"});
    REQUIRE(folder);
    REQUIRE((*folder)->put(0, "output"));
    REQUIRE((*folder)->finish());
    stamp = disk::stamp_file(base + "/CMakeLists.txt").value();
    CacheContents contents;
    contents.started = stamp.changed;
    contents.manifest = (*folder)->manifest();
    contents.sources.push_back({"CMakeLists.txt", stamp, base::hash_of(read(base + "/CMakeLists.txt"))});
    contents.outputs.push_back({"a", (*folder)->content(0), 0});
    contents.report = "the report";
    REQUIRE(BuildCache::save(temporary.out(), contents));
  }
  BuildCache load() const {
    auto cache = BuildCache::load(temporary.out());
    REQUIRE(cache);
    return std::move(*cache);
  }
};

}  // namespace

#ifndef ERRPRESS_PORTABLE_DISK

TEST_CASE("keeping up renews a cache once its sources' stamps are old enough to be trusted") {
  const OldSource old;
  REQUIRE(old.load().gains_from_renewal());
  keep_up(old.temporary.out(), old.load(), old.base, 1);
  const BuildCache renewed = old.load();
  CHECK_FALSE(renewed.gains_from_renewal());
  CHECK(renewed.sources_unchanged(old.base));
  CHECK(renewed.outputs_untouched(old.temporary.out()));
  CHECK(renewed.report() == "the report");
  CHECK_FALSE(fs::exists(old.temporary.out() + "/.errpress/tmp"));
  const Files before = picture_of(old.temporary.out());
  keep_up(old.temporary.out(), renewed, old.base, 1);
  CHECK(picture_of(old.temporary.out()) == before);  // there is nothing more to gain
}

TEST_CASE("keeping up never renews a cache that does not hold any more") {
  const OldSource old;
  const BuildCache cache = old.load();
  write(old.temporary.out() + "/a", "OUTPUT");
  keep_up(old.temporary.out(), cache, old.base, 1);
  CHECK(old.load().gains_from_renewal());
  CHECK_FALSE(old.load().outputs_untouched(old.temporary.out()));
}

TEST_CASE("keeping up removes what a killed build left") {
  const OldSource old;
  keep_up(old.temporary.out(), old.load(), old.base, 1);
  write(old.temporary.out() + "/.errpress/tmp/stage/d/file", "half a file");
  keep_up(old.temporary.out(), old.load(), old.base, 1);
  CHECK_FALSE(fs::exists(old.temporary.out() + "/.errpress/tmp"));
}

TEST_CASE("keeping up leaves everything alone while another build is writing there") {
  const OldSource old;
  const BuildCache cache = old.load();
  const auto other = OutputFolder::open(old.temporary.out(), Mode::write, {"a"});
  REQUIRE(other);
  write(old.temporary.out() + "/.errpress/tmp/1", "half a file");
  keep_up(old.temporary.out(), cache, old.base, 1);
  CHECK(fs::exists(old.temporary.out() + "/.errpress/tmp/1"));
  CHECK(old.load().gains_from_renewal());
}

#else  // the portable disk cannot lock

TEST_CASE("keeping up changes nothing without a lock: another build may be writing there") {
  const OldSource old;
  write(old.temporary.out() + "/.errpress/tmp/1", "half a file");
  keep_up(old.temporary.out(), old.load(), old.base, 1);
  CHECK(fs::exists(old.temporary.out() + "/.errpress/tmp/1"));
  CHECK(old.load().gains_from_renewal());
}

TEST_CASE("a run without a lock reports that it has none") {
  const OldSource old;
  int unsupported = 0;
  RunOptions options = Mode::write;
  options.notice = [&](LockState state) {
    unsupported += state == LockState::unsupported ? 1 : 0;
    return true;
  };
  CHECK(OutputFolder::open(old.temporary.out(), options, {"a"}));
  CHECK(unsupported == 1);
}

#endif

}  // namespace errpress::output
