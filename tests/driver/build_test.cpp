// What makes a build begin again: every part of its input but the articles, each by itself.
#include "driver/build.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "driver/targets.h"
#include "support/test_folder.h"

namespace errpress::driver {
namespace {

namespace fs = std::filesystem;

// What a build is made from, before targets are loaded.
struct Settings {
  BuildInput input;
  std::vector<TargetChoice> targets = {{"markdown", {}, {}}, {"cpp", {}, {}}};

  Settings() {
    input.analysis.roots = {"corpus"};
    input.analysis.registries = {{"one.tsv"}};
    input.analysis.dialect = "";
    input.analysis.hash_content = true;
    input.out = "out";
    input.version = "1";
  }
};

Build begin(const Settings& settings) {
  BuildInput input = settings.input;
  auto loaded = load_targets(settings.targets, fs::exists("templates") ? "templates" : "");
  REQUIRE(loaded);
  input.targets = std::move(loaded->targets);
  auto build = Build::begin(std::move(input));
  REQUIRE(build);
  return std::move(*build);
}

void write_project(const tests::TestFolder& folder) {
  folder.file("corpus/a.txt", "A_ONE - 1 (0x1)\n\nThe message.\n");
  folder.file("corpus/b.txt", "A_TWO - 2 (0x2)\n\nThe message.\n");
  for (const char* name : {"one.tsv", "two.tsv"}) folder.file(name, "A_ONE\t1\tw\n");
}

// A build holds its lock as long as it lives, and the summary's paths are views into it.
output::Summary write_all(Build& build) {
  build.analyse();
  const auto waited = build.open({});
  REQUIRE(waited);
  CHECK_FALSE(*waited);
  auto summary = build.write({"report", true});
  REQUIRE(summary);
  return std::move(*summary);
}

void build_all(const Settings& settings) {
  Build build = begin(settings);
  CHECK_FALSE(build.nothing_to_do());
  CHECK_FALSE(write_all(build).created.empty());
}

struct Change {
  const char* what;
  std::function<void(Settings&, const tests::TestFolder&)> make;
};

const std::vector<Change> kChanges = {
    {"version", [](Settings& s, auto&) { s.input.version = "2"; }},
    {"bytes of a registry", [](Settings&, auto& folder) { folder.file("one.tsv", "A_ONE\t1\tW\n"); }},
    {"path of a registry", [](Settings& s, auto&) { s.input.analysis.registries = {{"two.tsv"}}; }},
    {"one registry more", [](Settings& s, auto&) { s.input.analysis.registries.push_back({"two.tsv"}); }},
    {"roots",
     [](Settings& s, auto&) {
       s.input.analysis.roots = {"corpus/a.txt", "corpus/b.txt"};
     }},
    {"order of roots",
     [](Settings& s, auto&) {
       s.input.analysis.roots = {"corpus", "corpus/a.txt"};
     }},
    {"dialect",
     [](Settings& s, auto& folder) {
       folder.file(
           "dialect.yaml",
           "sections: [{kind: x, heading: X}]\ntemplates: [{name: y, sections: [x]}]\nfields: {}\nprefixes: []\n");
       s.input.analysis.dialect = "dialect.yaml";
     }},
    {"severity of a rule",
     [](Settings& s, auto&) { s.input.analysis.lint.set_severity("missing-section", lint::Severity::error); }},
    {"aliases",
     [](Settings& s, auto&) {
       s.input.analysis.aliases.add({"A_ONE", "A_TWO"});
     }},
    {"one target less", [](Settings& s, auto&) { s.targets.pop_back(); }},
    {"option of a target",
     [](Settings& s, auto&) {
       s.targets[1].options = {{"namespace", "other", {}}};
     }},
    {"template of a target",
     [](Settings&, auto& folder) { folder.file("templates/markdown/reference.mustache", "{{name}}\n"); }},
    {"name of a target",
     [](Settings& s, auto& folder) {
       // The same files under another name.
       for (const auto& file : fs::directory_iterator(ERRPRESS_SOURCE_DIR "/templates/cpp"))
         folder.file("templates/copy" / file.path().filename(), tests::read(file.path()));
       s.targets[1].name = "copy";
     }},
};

}  // namespace

TEST_CASE("with the same input there is nothing to do") {
  const tests::TestFolder folder;
  write_project(folder);
  const Settings settings;
  build_all(settings);
  const Build second = begin(settings);
  CHECK(second.nothing_to_do());
  CHECK(second.last().report() == "report");
  CHECK(second.last().report_has_colour());
}

TEST_CASE("any other input is something to do, and no output of the last build is kept for it") {
  for (const Change& change : kChanges) {
    CAPTURE(change.what);
    const tests::TestFolder folder;
    write_project(folder);
    Settings settings;
    build_all(settings);
    change.make(settings, folder);
    {
      Build second = begin(settings);
      CHECK_FALSE(second.nothing_to_do());
      write_all(second);
    }
    CHECK(begin(settings).nothing_to_do());
  }
}

TEST_CASE("builds of single targets that take turns have nothing to do, and neither has one of all") {
  const tests::TestFolder folder;
  write_project(folder);
  const auto of = [](const std::vector<std::string>& names, bool all) {
    Settings settings;
    settings.input.options.all_targets = all;
    settings.targets.clear();
    for (const std::string& name : names) settings.targets.push_back({name, {}, {}});
    return settings;
  };
  const std::vector<Settings> builds = {of({"man"}, false), of({"json"}, false), of({"man", "json"}, true)};
  build_all(builds[0]);
  build_all(builds[1]);
  {
    Build all = begin(builds[2]);
    CHECK_FALSE(all.nothing_to_do());
    CHECK(write_all(all).up_to_date());
  }
  for (const Settings& settings : builds) CHECK(begin(settings).nothing_to_do());
  folder.file("corpus/a.txt", "A_ONE - 1 (0x1)\n\nThe massage.\n");
  for (const Settings& settings : builds) {
    Build build = begin(settings);
    CHECK_FALSE(build.nothing_to_do());
    write_all(build);
  }
  for (const Settings& settings : builds) CHECK(begin(settings).nothing_to_do());
}

TEST_CASE("an edit renders the articles that it concerns, and keeps the others") {
  const tests::TestFolder folder;
  write_project(folder);
  const Settings settings;
  build_all(settings);
  folder.file("corpus/a.txt", "A_ONE - 1 (0x1)\n\nThe massage.\n");
  Build second = begin(settings);
  CHECK_FALSE(second.nothing_to_do());
  const output::Summary summary = write_all(second);
  using Paths = std::vector<std::string_view>;
  CHECK(summary.updated == Paths{"include/errors.hpp", "markdown/A_ONE.md", "markdown/README.md"});
  CHECK(summary.unchanged == Paths{"markdown/A_TWO.md"});
}

TEST_CASE("a cancelled build writes nothing and is an error") {
  const tests::TestFolder folder;
  write_project(folder);
  std::atomic<bool> cancelled = false;
  Settings settings;
  settings.input.analysis.cancelled = &cancelled;
  {
    Build build = begin(settings);
    build.analyse();
    REQUIRE(build.open({}));
    cancelled = true;
    const auto summary = build.write({});
    REQUIRE_FALSE(summary);
    CHECK(summary.error().message == "interrupted; nothing was written");
  }
  CHECK_FALSE(fs::exists("out"));
  Build build = begin(settings);
  CHECK(build.analyse().diagnostics.empty());
  CHECK_FALSE(build.open({}));
  CHECK_FALSE(fs::exists("out"));
}

TEST_CASE("a build that only renders the whole corpus can be cancelled, too") {
  for (const char* target : {"json", "cpp"}) {
    CAPTURE(target);
    const tests::TestFolder folder;
    write_project(folder);
    std::atomic<bool> cancelled = false;
    Settings settings;
    settings.input.analysis.cancelled = &cancelled;
    settings.targets = {{target, {}, {}}};
    {
      Build build = begin(settings);
      build.analyse();
      REQUIRE(build.open({}));
      cancelled = true;
      const auto summary = build.write({});
      REQUIRE_FALSE(summary);
      CHECK(summary.error().message == "interrupted; nothing was written");
    }
    CHECK_FALSE(fs::exists("out"));
    cancelled = false;
    build_all(settings);
  }
}

TEST_CASE("a cache that cannot be written is no failure of the build") {
  const tests::TestFolder folder;
  write_project(folder);
  folder.folder("out/.errpress/cache");
  const Settings settings;
  Build build = begin(settings);
  CHECK(write_all(build).created.size() == 4);
  REQUIRE(build.cache_failure());
  CHECK(build.cache_failure()->path == "out/.errpress/cache");
}

}  // namespace errpress::driver
