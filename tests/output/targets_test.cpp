// Runs of some targets and runs of all in one folder: each removes only what it answers for.
#include <doctest/doctest.h>

#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

using Targets = std::map<std::string, Files>;

enum class Which { some, all };

// A run of the targets with their files.
std::string run_targets(const std::string& out, const Targets& targets, Which which, RunOptions options = Mode::write) {
  Request request;
  Files files;
  std::map<std::string, std::uint32_t> target_of;
  for (const auto& [target, own] : targets) {
    for (const auto& [path, bytes] : own) target_of[path] = static_cast<std::uint32_t>(request.targets.size());
    files.insert(own.begin(), own.end());
    request.targets.push_back(target);
  }
  for (const auto& [path, target] : target_of) {
    request.paths.push_back(path);
    request.target_of.push_back(target);
  }
  options.all_targets = which == Which::all;
  return finish_run(OutputFolder::open(out, options, std::move(request)), files);
}

const Files kCpp = {{"include/x.hpp", "header"}};
const Files kMan = {{"man/a.7", "a"}, {"man/b.7", "b"}};

TEST_CASE("the manifest says which target each file is of") {
  const TemporaryFolder temporary;
  CHECK(run_targets(temporary.out(), {{"cpp", kCpp}, {"man", kMan}}, Which::all) ==
        "created include/x.hpp man/a.7 man/b.7; manifest");
  const std::string manifest = manifest_in(temporary.out());
  CHECK(manifest.find(" cpp  include/x.hpp\n") != std::string::npos);
  CHECK(manifest.find(" man  man/a.7\n") != std::string::npos);
}

TEST_CASE("a run of one target leaves alone what another wrote, and two that take turns change nothing") {
  const TemporaryFolder temporary;
  run_targets(temporary.out(), {{"cpp", kCpp}}, Which::some);
  CHECK(run_targets(temporary.out(), {{"man", kMan}}, Which::some, Mode::check) == "created man/a.7 man/b.7; manifest");
  CHECK(run_targets(temporary.out(), {{"man", kMan}}, Which::some) == "created man/a.7 man/b.7; manifest");
  const Files before = picture_of(temporary.out());
  CHECK(run_targets(temporary.out(), {{"cpp", kCpp}}, Which::some) == "unchanged include/x.hpp");
  CHECK(run_targets(temporary.out(), {{"man", kMan}}, Which::some) == "unchanged man/a.7 man/b.7");
  CHECK(run_targets(temporary.out(), {{"cpp", kCpp}, {"man", kMan}}, Which::all) ==
        "unchanged include/x.hpp man/a.7 man/b.7");
  CHECK(picture_of(temporary.out()) == before);
}

TEST_CASE("a run of one target removes what that target no longer writes") {
  const TemporaryFolder temporary;
  run_targets(temporary.out(), {{"cpp", kCpp}, {"man", kMan}}, Which::all);
  CHECK(run_targets(temporary.out(), {{"man", {{"man/b.7", "b"}}}}, Which::some) ==
        "unchanged man/b.7; removed man/a.7; manifest");
  CHECK(run_targets(temporary.out(), {{"man", {}}}, Which::some) == "removed man/b.7; manifest");
  CHECK(files_in(temporary.out()) == kCpp);
}

TEST_CASE("a check of one target does not look at the files of another") {
  const TemporaryFolder temporary;
  run_targets(temporary.out(), {{"cpp", kCpp}, {"man", kMan}}, Which::all);
  write(temporary.out() + "/include/x.hpp", "mine");
  fs::remove(temporary.out() + "/man/a.7");
  CHECK(run_targets(temporary.out(), {{"man", kMan}}, Which::some, Mode::check) ==
        "created man/a.7; unchanged man/b.7");
  CHECK(run_targets(temporary.out(), {{"man", kMan}}, Which::some) == "created man/a.7; unchanged man/b.7");
  CHECK(read(temporary.out() + "/include/x.hpp") == "mine");
}

TEST_CASE("a run of all targets removes what a target wrote that is no more") {
  const TemporaryFolder temporary;
  run_targets(temporary.out(), {{"cpp", kCpp}, {"man", kMan}}, Which::all);
  CHECK(run_targets(temporary.out(), {{"cpp", kCpp}}, Which::some) == "unchanged include/x.hpp");
  CHECK(run_targets(temporary.out(), {{"cpp", kCpp}}, Which::all) ==
        "unchanged include/x.hpp; removed man/a.7 man/b.7; manifest");
}

TEST_CASE("lines without a target are kept by runs of some targets and judged by runs of all") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"man/a.7", "a"}, {"man/old.7", "old"}});
  CHECK(run_targets(temporary.out(), {{"man", kMan}}, Which::some) == "created man/b.7; unchanged man/a.7; manifest");
  CHECK(read(temporary.out() + "/man/old.7") == "old");
  CHECK(manifest_in(temporary.out()).find("  man/old.7\n") != std::string::npos);
  CHECK(run_targets(temporary.out(), {{"man", kMan}}, Which::all) ==
        "unchanged man/a.7 man/b.7; removed man/old.7; manifest");
}

// What a run of `cxx` says that wants a path of `cpp`.
std::string run_cxx(const std::string& out, const std::string& bytes, Which which = Which::some,
                    const RunOptions& options = Mode::write) {
  return run_targets(out, {{"cxx", {{"include/x.hpp", bytes}}}}, which, options);
}

TEST_CASE("a run of one target does not replace what another wrote, whatever the bytes") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run_targets(out, {{"cpp", kCpp}}, Which::some);
  const Files before = picture_of(out);
  for (const std::string bytes : {"other", "header"}) {
    CHECK(run_cxx(out, bytes) ==
          "error: " + out +
              ": 1 output of another target is in the way: include/x.hpp (target `cpp`); change a "
              "path in one target.yaml, or replace it with --take-over");
    CHECK(run_cxx(out, bytes, Which::some, Mode::check) == "in the way include/x.hpp");
  }
  CHECK(picture_of(out) == before);
  auto folder = OutputFolder::open(
      out,
      [] {
        RunOptions options = Mode::check;
        options.all_targets = false;
        return options;
      }(),
      [] {
        Request request({"include/x.hpp"});
        request.targets = {"cxx"};
        request.target_of = {0};
        return request;
      }());
  REQUIRE(folder);
  CHECK_FALSE((*folder)->keep(0, content_of("header")));
}

TEST_CASE("a file that another target takes over goes with the other from then on") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run_targets(out, {{"cpp", kCpp}}, Which::some);
  RunOptions take_over = Mode::write;
  take_over.take_over = true;
  CHECK(run_cxx(out, "other", Which::some, take_over) == "updated include/x.hpp; manifest");
  CHECK(run_targets(out, {{"cpp", kCpp}}, Which::some).find("(target `cxx`)") != std::string::npos);
  CHECK(run_targets(out, {{"cpp", {}}}, Which::some) == "");
  CHECK(run_targets(out, {{"cxx", {}}}, Which::some) == "removed include/x.hpp; manifest");
}

TEST_CASE("a path whose file is gone, whose target is not known or whose target is no more is free") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run_targets(out, {{"cpp", kCpp}}, Which::some);
  SUBCASE("gone") {
    fs::remove(out + "/include/x.hpp");
    CHECK(run_cxx(out, "other") == "created include/x.hpp; manifest");
  }
  SUBCASE("not known") {
    run(out, kCpp);
    CHECK(run_cxx(out, "other") == "updated include/x.hpp; manifest");
  }
  SUBCASE("no more") { CHECK(run_cxx(out, "other", Which::all) == "updated include/x.hpp; manifest"); }
}

TEST_CASE("two targets of one run cannot have one path") {
  const TemporaryFolder temporary;
  const auto open = [&](const std::string& first, const std::string& second) {
    Request request({"a", first, second});
    request.targets = {"man", "cpp"};
    request.target_of = {0, 0, 1};
    const auto folder = OutputFolder::open(temporary.out(), Mode::write, std::move(request));
    return folder ? "" : to_string(folder.error());
  };
  CHECK(open("x/y", "x/y") ==
        "targets `man` and `cpp` both have an output with the path \"x/y\"; give one of them "
        "another path in its target.yaml");
  CHECK(open("x/y", "x/Y") ==
        "output paths \"x/y\" and \"x/Y\" of targets `man` and `cpp` differ only in case; on some "
        "disks they would be one file");
  CHECK(open("x/y", "a") ==
        "targets `man` and `cpp` both have an output with the path \"a\"; give one of them another "
        "path in its target.yaml");
  CHECK(open("a", "b") == "two outputs have the path \"a\"; each needs its own");
  CHECK_FALSE(fs::exists(temporary.out()));
}

TEST_CASE("a folder does not take the place of another target's file") {
  const TemporaryFolder temporary;
  run_targets(temporary.out(), {{"json", {{"all", "json"}}}}, Which::some);
  CHECK(run_targets(temporary.out(), {{"man", {{"all/a.7", "a"}}}}, Which::some) ==
        "error: " + temporary.out() +
            "/all: is not a folder, but outputs are to be written into a folder of this name; move it away");
  CHECK(run_targets(temporary.out(), {{"man", {{"all/a.7", "a"}}}}, Which::all) ==
        "created all/a.7; removed all; manifest");
}

TEST_CASE("a target may have any name") {
  const TemporaryFolder temporary;
  const std::string name = "my target/\xC3\xA4%\n";
  run_targets(temporary.out(), {{name, kCpp}, {"my", kMan}}, Which::all);
  CHECK(manifest_in(temporary.out()).find(" my%20target%2F%C3%A4%25%0A  include/x.hpp\n") != std::string::npos);
  CHECK(run_targets(temporary.out(), {{name, {}}}, Which::some) == "removed include/x.hpp; manifest");
  CHECK(files_in(temporary.out()) == kMan);
}

TEST_CASE("temporary files that a killed run left beside outputs are removed by a run of any target") {
  const TemporaryFolder temporary;
  run_targets(temporary.out(), {{"cpp", kCpp}}, Which::all);
  write(temporary.out() + "/include/.errpress-0.tmp", "half");
  write(temporary.out() + "/.errpress/manifest",
        manifest_in(temporary.out()) + "----------------  include/.errpress-0.tmp\n");
  CHECK(run_targets(temporary.out(), {{"man", {}}}, Which::some) == "removed include/.errpress-0.tmp; manifest");
  CHECK(files_in(temporary.out()) == kCpp);
}

}  // namespace
}  // namespace errpress::output
