#include "output/build_cache.h"

#include <fmt/format.h>

#include <doctest/doctest.h>

#include <cstring>

#include "base/hash.h"
#include "disk/disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

disk::FileStamp stamp_at(const std::string& folder, const std::string& path) {
  auto disk = disk::open_disk(folder);
  disk::FileInfo seen;
  REQUIRE(disk);
  REQUIRE_FALSE((*disk)->look(path, seen, disk::Links::follow));
  REQUIRE(seen.kind == disk::Kind::file);
  return seen.stamp;
}

// Two sources in a corpus, two outputs, one cache over them.
struct Built {
  TemporaryFolder temporary;
  std::string corpus = temporary / "corpus";
  Files outputs = {{"f/a", "output a"}, {"b", "output b"}};

  Built() {
    write(corpus + "/x.txt", "source x");
    write(corpus + "/deep/y.txt", "source y");
    save(disk::file_clock_now() + kSecond);
  }

  // A run that starts then: sources changed earlier are known by their stamps alone.
  void save(std::int64_t started) {
    auto folder = OutputFolder::open(temporary.out(), Mode::write, paths_of(outputs));
    REQUIRE(folder);
    CacheContents contents;
    contents.build_fingerprint = 42;
    contents.started = started;
    contents.counts = {2, 3, 5, 7};
    contents.report = "two findings\n";
    for (const char* path : {"x.txt", "deep/y.txt"}) {
      contents.sources.push_back({path, stamp_at(corpus, path), base::hash_of(read(corpus + "/" + path))});
    }
    std::uint32_t id = 0;
    for (const auto& [path, bytes] : outputs) {
      REQUIRE((*folder)->put(id, bytes));
      contents.outputs.push_back({path, (*folder)->content(id), id == 0 ? 1 : kNoSource});
      ++id;
    }
    REQUIRE((*folder)->finish());
    contents.manifest = (*folder)->manifest();
    REQUIRE(BuildCache::save(temporary.out(), contents));
  }

  BuildCache load() const {
    auto cache = BuildCache::load(temporary.out());
    REQUIRE(cache);
    return std::move(*cache);
  }
};

using Flags = std::vector<std::uint8_t>;

TEST_CASE("a cache gives back what was saved") {
  const Built built;
  const BuildCache cache = built.load();
  CHECK(cache.build_fingerprint() == 42);
  CHECK(cache.counts().articles == 2);
  CHECK(cache.counts().infos == 7);
  CHECK(cache.report() == "two findings\n");
  REQUIRE(cache.source_count() == 2);
  CHECK(cache.source(1).path == "deep/y.txt");
  CHECK(cache.source(1).stamp == stamp_at(built.corpus, "deep/y.txt"));
  CHECK(cache.source(1).key == base::hash_of("source y"));
  REQUIRE(cache.output_count() == 2);
  CHECK(cache.output(0).path == "b");
  CHECK(cache.output(0).source == 1);
  CHECK(cache.output(1).path == "f/a");
  CHECK(cache.output(1).content == content_of("output a"));
  CHECK(cache.output(1).source == kNoSource);
  CHECK_FALSE(fs::exists(built.temporary.out() + "/.errpress/tmp"));
}

TEST_CASE("an empty cache is one, too") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out() + "/.errpress");
  REQUIRE(BuildCache::save(temporary.out(), {}));
  const auto cache = BuildCache::load(temporary.out());
  REQUIRE(cache);
  CHECK(cache->source_count() == 0);
  CHECK(cache->report().empty());
  CHECK(cache->sources_unchanged(temporary.out()));
  CHECK_FALSE(cache->outputs_untouched(temporary.out()));  // there is no manifest
}

Scope scope_of(std::vector<std::string> targets) { return {targets, false}; }

TEST_CASE("runs of other targets have caches of their own, and the latest of them are kept") {
  const Built built;
  const std::string out = built.temporary.out();
  const auto save = [&](std::uint64_t fingerprint, const Scope& scope) {
    CacheContents contents;
    contents.build_fingerprint = fingerprint;
    REQUIRE(BuildCache::save(out, contents, scope));
  };
  save(1, scope_of({"man"}));
  save(2, scope_of({"cpp", "man"}));
  save(3, scope_of({"man", "cpp"}));
  CHECK(BuildCache::load(out)->build_fingerprint() == 42);
  CHECK(BuildCache::load(out, scope_of({"man"}))->build_fingerprint() == 1);
  CHECK(BuildCache::load(out, scope_of({"cpp", "man"}))->build_fingerprint() == 2);
  CHECK_FALSE(BuildCache::load(out, scope_of({"cppman"})));
  CHECK_FALSE(BuildCache::load(out, scope_of({})));
  for (std::size_t i = 0; i < BuildCache::kMostCaches; ++i) {
    save(10 + i, scope_of({fmt::format("t{}", i)}));
    // A clock tick apart, without waiting for it.
    const fs::path path = out + "/" + scope_of({fmt::format("t{}", i)}).cache_path();
    fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(i + 1));
  }
  save(4, scope_of({"man", "cpp"}));
  CHECK_FALSE(BuildCache::load(out, scope_of({"man"})));
  CHECK_FALSE(BuildCache::load(out, scope_of({"man", "cpp"})));  // the oldest, though it was just written
  CHECK(BuildCache::load(out, scope_of({"t0"})));
  CHECK(BuildCache::load(out));
}

TEST_CASE("a cache of a run of some targets looks at the manifest lines of these only") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  const Scope scope = scope_of({"man"});
  const std::string ours = "0000000000000001 man  man/a.7\n";
  write(out + "/.errpress/manifest", "errpress manifest 2\n" + ours);
  CacheContents contents;
  contents.manifest = content_of(manifest_in(out));
  contents.own_lines = scope.hash_of_own(manifest_in(out)).value();
  REQUIRE(BuildCache::save(out, contents, scope));
  const auto untouched = [&](const std::string& lines) {
    write(out + "/.errpress/manifest", "errpress manifest 2\n" + lines);
    const auto cache = BuildCache::load(out, scope);
    REQUIRE(cache);
    return cache->outputs_untouched(out);
  };
  CHECK(untouched(ours));
  CHECK(untouched("0000000000000002 cpp  include/x.hpp\n" + ours + "0000000000000003  other\n"));
  CHECK_FALSE(untouched("0000000000000002 cpp  include/x.hpp\n"));
  CHECK_FALSE(untouched("0000000000000002 man  man/a.7\n"));
  CHECK_FALSE(untouched("0000000000000001 cpp  man/a.7\n"));
  CHECK_FALSE(untouched("0000000000000001  man/a.7\n"));
  CHECK_FALSE(untouched(ours + "0000000000000002 man  man/b.7\n"));
  CHECK_FALSE(untouched("----------------  .errpress-0.tmp\n" + ours));
  CHECK_FALSE(untouched("0000000000000001 man  man/a.7\r\n"));
  CHECK_FALSE(untouched("nothing\n"));
}

TEST_CASE("a cache sees that nothing changed") {
  const Built built;
  const BuildCache cache = built.load();
  for (const unsigned threads : {1U, 4U}) {
    CHECK(cache.sources_unchanged(built.corpus, threads));
    CHECK(cache.outputs_untouched(built.temporary.out(), threads));
  }
}

TEST_CASE("a cache keeps the report, and whether it has colours") {
  const Built built;
  CHECK(built.load().report() == "two findings\n");
  CHECK_FALSE(built.load().report_has_colour());
  CacheContents contents;
  contents.report = "in colour";
  contents.report_has_colour = true;
  REQUIRE(BuildCache::save(built.temporary.out(), contents));
  CHECK(built.load().report() == "in colour");
  CHECK(built.load().report_has_colour());
}

TEST_CASE("a cache sees which source changed") {
  struct Case {
    std::string what;
    void (*change)(const std::string& path);
  };
  const std::vector<Case> cases = {
      {"other size", [](const std::string& path) { write(path, "source y, longer"); }},
      {"same size", [](const std::string& path) { write(path, "source Z"); }},
      {"removed", [](const std::string& path) { fs::remove(path); }},
      {"a folder now",
       [](const std::string& path) {
         fs::remove(path);
         fs::create_directory(path);
       }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Built built;
    const fs::path path = built.corpus + "/deep/y.txt";
    c.change(path.string());
    // A clock tick later, without waiting for it.
    if (fs::exists(path)) fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(1));
    const BuildCache cache = built.load();
    CHECK(cache.sources_current(built.corpus) == Flags{1, 0});
    CHECK_FALSE(cache.sources_unchanged(built.corpus));
    CHECK(cache.outputs_untouched(built.temporary.out()));
  }
}

TEST_CASE("a source that changed as the run started is read") {
  Built built;
  built.save(stamp_at(built.corpus, "x.txt").changed);
  CHECK(built.load().sources_unchanged(built.corpus));
  // Same size, same times: only the bytes tell. Made by saving the stamp of the changed file with the old key.
  write(built.corpus + "/x.txt", "source X");
  CacheContents contents;
  contents.sources = {{"x.txt", stamp_at(built.corpus, "x.txt"), base::hash_of("source x")}};
  contents.started = contents.sources[0].stamp.changed;
  REQUIRE(BuildCache::save(built.temporary.out(), contents));
  CHECK(built.load().sources_current(built.corpus) == Flags{0});
  contents.sources[0].key = base::hash_of("source X");
  REQUIRE(BuildCache::save(built.temporary.out(), contents));
  CHECK(built.load().sources_current(built.corpus) == Flags{1});
}

TEST_CASE("a source may be named by an absolute path or reached through a link") {
  Built built;
  fs::create_symlink(built.corpus + "/x.txt", built.corpus + "/link.txt");
  const std::string absolute = built.corpus + "/x.txt";
  CacheContents contents;
  contents.started = disk::file_clock_now() + kSecond;
  for (const std::string_view path : {std::string_view(absolute), std::string_view("link.txt")}) {
    contents.sources.push_back({path, stamp_at(built.corpus, "x.txt"), base::hash_of("source x")});
  }
  REQUIRE(BuildCache::save(built.temporary.out(), contents));
  CHECK(built.load().sources_current(built.corpus) == Flags{1, 1});
  contents.started = 0;  // all of them are read
  REQUIRE(BuildCache::save(built.temporary.out(), contents));
  CHECK(built.load().sources_current(built.corpus) == Flags{1, 1});
}

TEST_CASE("a cache sees which output is not what was written") {
  struct Case {
    std::string what;
    void (*change)(const std::string& path);
  };
  const std::vector<Case> cases = {
      {"other size", [](const std::string& path) { write(path, "output a, longer"); }},
      {"same size", [](const std::string& path) { write(path, "OUTPUT A"); }},
#ifndef ERRPRESS_PORTABLE_DISK  // <filesystem> knows no time but the one that anybody can set
      {"same size, old times",
       [](const std::string& path) {
         const auto time = fs::last_write_time(path);
         write(path, "OUTPUT A");
         fs::last_write_time(path, time);
       }},
#endif
      {"removed", [](const std::string& path) { fs::remove(path); }},
      {"a link to an equal file",
       [](const std::string& path) {
         fs::rename(path, path + "-2");
         fs::create_symlink(path + "-2", path);
       }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Built built;
    c.change(built.temporary.out() + "/f/a");
    const BuildCache cache = built.load();
    CHECK(cache.outputs_current(built.temporary.out()) == Flags{1, 0, 1});
    CHECK_FALSE(cache.outputs_untouched(built.temporary.out()));
  }
}

TEST_CASE("an output that was touched but holds the same bytes is current") {
  const Built built;
  write(built.temporary.out() + "/f/a", "output a");
  CHECK(built.load().outputs_untouched(built.temporary.out()));
}

TEST_CASE("a cache sees that the manifest is not the run's") {
  const Built built;
  write(built.temporary.out() + "/.errpress/manifest", "errpress manifest 1\n");
  CHECK(built.load().outputs_current(built.temporary.out()) == Flags{1, 1, 0});
}

TEST_CASE("a damaged cache is as none, whichever byte is damaged") {
  const Built built;
  const std::string path = built.temporary.out() + "/.errpress/cache";
  const std::string good = read(path);
  REQUIRE(BuildCache::load(built.temporary.out()));
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    write(path, bad);
    CAPTURE(i);
    CHECK_FALSE(BuildCache::load(built.temporary.out()));
    write(path, good.substr(0, i));
    CHECK_FALSE(BuildCache::load(built.temporary.out()));
  }
  write(path, good + "x");
  CHECK_FALSE(BuildCache::load(built.temporary.out()));
  fs::remove(path);
  CHECK_FALSE(BuildCache::load(built.temporary.out()));
  CHECK_FALSE(BuildCache::load(built.temporary / "none"));
}

// The checksum is no secret: a cache with any numbers in it may have a right one.
TEST_CASE("a cache whose numbers lead out of it is as none, even with a right checksum") {
  const Built built;
  const std::string path = built.temporary.out() + "/.errpress/cache";
  const std::string good = read(path);
  std::size_t refused = 0;
  for (std::size_t i = 16; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x80);
    const std::uint64_t checksum = base::hash_of(std::string_view(bad).substr(16));
    std::memcpy(bad.data() + 8, &checksum, sizeof checksum);
    write(path, bad);
    const auto cache = BuildCache::load(built.temporary.out());
    if (!cache) ++refused;
    if (!cache) continue;
    std::size_t sum = cache->report().size();
    for (std::size_t n = 0; n < cache->source_count(); ++n) sum += base::hash_of(cache->source(n).path) & 1;
    for (std::size_t n = 0; n < cache->output_count(); ++n) sum += base::hash_of(cache->output(n).path) & 1;
    CHECK(sum < 1000);
  }
  CHECK(refused > 32);  // the four counts of the header, at least
}

}  // namespace
}  // namespace errpress::output
