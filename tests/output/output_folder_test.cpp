#include "output/output_folder.h"

#include <doctest/doctest.h>

#include <thread>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kThree = {{"include/x.hpp", "header\n"}, {"man/man7/A.7", "page\n"}, {"top.md", "text\n"}};

TEST_CASE("a first run makes the folder, all files and the manifest") {
  const TemporaryFolder temporary;
  const std::string out = temporary / "deep/er/out";
  CHECK(run(out, kThree) == "created include/x.hpp man/man7/A.7 top.md; manifest");
  CHECK(files_in(out) == kThree);
  CHECK(read(out + "/.errpress/manifest") ==
        "errpress manifest 2\n"
        "381bc3887b607c10  include/x.hpp\n"
        "f00d13eadb8da6d9  man/man7/A.7\n"
        "c2db14294a01dbb9  top.md\n");
  CHECK(read(out + "/.errpress/.gitignore") ==
        "# Written by errpress: of this folder, only these files should be committed.\n"
        "*\n!.gitattributes\n!.gitignore\n!manifest\n");
  CHECK(read(out + "/.errpress/.gitattributes") ==
        "# Written by errpress: no line ends are converted here, and a merge of the manifest takes the lines of both "
        "sides.\n* -text\nmanifest merge=union\n");
  CHECK_FALSE(fs::exists(out + "/.errpress/tmp"));
}

TEST_CASE("a second run changes nothing on disk") {
  const TemporaryFolder temporary;
  run(temporary.out(), kThree);
  const Files before = picture_of(temporary.out());
  CHECK(run(temporary.out(), kThree) == "unchanged include/x.hpp man/man7/A.7 top.md");
  CHECK(picture_of(temporary.out()) == before);
}

TEST_CASE("only the file whose bytes changed is written") {
  const TemporaryFolder temporary;
  run(temporary.out(), kThree);
  Files before = picture_of(temporary.out());
  for (const std::string bytes : {"page 2\n", "PAGE 2\n", ""}) {
    Files wanted = kThree;
    wanted["man/man7/A.7"] = bytes;
    CHECK(run(temporary.out(), wanted) == "updated man/man7/A.7; unchanged include/x.hpp top.md; manifest");
    CHECK(files_in(temporary.out()) == wanted);
    const Files after = picture_of(temporary.out());
    CHECK(after.at("include/x.hpp") == before.at("include/x.hpp"));
    CHECK(after.at("top.md") == before.at("top.md"));
  }
}

TEST_CASE("a file that somebody removed is written again") {
  const TemporaryFolder temporary;
  run(temporary.out(), kThree);
  fs::remove_all(temporary.out() + "/man");
  fs::remove(temporary.out() + "/top.md");
  CHECK(run(temporary.out(), kThree) == "created man/man7/A.7 top.md; unchanged include/x.hpp");
  CHECK(files_in(temporary.out()) == kThree);
}

TEST_CASE("what an earlier run wrote and this one does not is removed, with folders that are empty then") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a/b/1", "1"}, {"a/b/2", "2"}, {"a/3", "3"}, {"keep/4", "4"}, {"e/f/5", "5"}});
  write(temporary.out() + "/a/b/mine", "mine");
  CHECK(run(temporary.out(), {{"keep/4", "4"}}) == "unchanged keep/4; removed a/3 a/b/1 a/b/2 e/f/5; manifest");
  CHECK(files_in(temporary.out()) == Files{{"a/b/mine", "mine"}, {"keep/4", "4"}});
  CHECK_FALSE(fs::exists(temporary.out() + "/e"));
  CHECK(run(temporary.out(), {}) == "removed keep/4; manifest");
  CHECK(files_in(temporary.out()) == Files{{"a/b/mine", "mine"}});
  CHECK(fs::exists(temporary.out()));
}

TEST_CASE("a file that somebody changed is not removed, and no longer ours") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1"}, {"b", "2"}, {"c", "3"}});
  write(temporary.out() + "/a", "9");
  CHECK(check(temporary.out(), {{"b", "2"}}) == "unchanged b; removed c; left alone a; manifest");
  CHECK(run(temporary.out(), {{"b", "2"}}) == "unchanged b; removed c; left alone a; manifest");
  CHECK(files_in(temporary.out()) == Files{{"a", "9"}, {"b", "2"}});
  CHECK(run(temporary.out(), {{"b", "2"}}) == "unchanged b");
}

TEST_CASE("new folders are made inside of folders that are there") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a/b/1", "1"}});
  fs::create_directories(temporary.out() + "/x/y");
  const Files wanted = {{"a/b/1", "1"}, {"a/b/c/d/2", "2"}, {"a/e/3", "3"}, {"x/y/z/4", "4"}};
  CHECK(run(temporary.out(), wanted) == "created a/b/c/d/2 a/e/3 x/y/z/4; unchanged a/b/1; manifest");
  CHECK(files_in(temporary.out()) == wanted);
}

TEST_CASE("a folder that a killed run did not come to remove is removed by the next") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a/b/1", "1"}, {"a/c/2", "2"}, {"d", "3"}});
  fs::remove(temporary.out() + "/a/b/1");
  fs::remove_all(temporary.out() + "/a/c");
  fs::create_directory(temporary.out() + "/.errpress/tmp");
  { REQUIRE(OutputFolder::open(temporary.out(), Mode::write, {"d"})); }  // given up: it does not know more than before
  CHECK(run(temporary.out(), {{"d", "3"}}) == "unchanged d; manifest");
  CHECK_FALSE(fs::exists(temporary.out() + "/a"));
  CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/tmp"));
}

TEST_CASE("only folders that a run empties are removed") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, {{"a/b/1", "1"}, {"a/c/d/2", "2"}, {"e/f/3", "3"}, {"keep", "4"}});
  fs::remove(out + "/a/b/1");            // and a/b stays, though it was ours
  fs::create_directories(out + "/e/g");  // never ours
  write(out + "/.errpress/manifest", manifest_in(out) + "0123456789abcdef  e/g/x\n");
  CHECK(run(out, {{"keep", "4"}}) == "unchanged keep; removed a/c/d/2 e/f/3; manifest");
  CHECK(fs::exists(out + "/a/b"));
  CHECK_FALSE(fs::exists(out + "/a/c"));
  CHECK_FALSE(fs::exists(out + "/e/f"));
  CHECK(fs::exists(out + "/e/g"));
}

TEST_CASE("removing outputs in deep folders takes one attempt for each folder") {
  const TemporaryFolder temporary;
  std::string folder;
  Files files = {{"keep", ""}};
  for (int depth = 0; depth < 50; ++depth) {
    folder += "f/";
    files[folder + "1"] = files[folder + "2"] = "";
  }
  run(temporary.out(), files);
  auto disk = disk::open_disk(temporary.out());
  REQUIRE(disk);
  int attempts = 0;
  const auto count = [&](std::string_view call, std::string_view path) {
    attempts += call == "remove" && path.ends_with("f");
    return std::error_code();
  };
  finish_run(
      OutputFolder::open(std::make_unique<FaultyDisk>(std::move(*disk), count), temporary.out(), Mode::write, {"keep"}),
      {{"keep", ""}});
  CHECK(attempts == 50);
  CHECK_FALSE(fs::exists(temporary.out() + "/f"));
}

TEST_CASE("a run that fails leaves none of the folders that it made") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary / "theirs/empty");
  const std::string out = temporary / "theirs/empty/deep/er/out";
  CHECK(run(out, {{"a", "1"}, {"a/b", "2"}}).starts_with("error: "));
  CHECK_FALSE(fs::exists(temporary / "theirs/empty/deep"));
  { REQUIRE(OutputFolder::open(out, Mode::write, {"a"})); }
  CHECK_FALSE(fs::exists(temporary / "theirs/empty/deep"));
  write(temporary / "theirs/file", "");
  CHECK(run(temporary / "theirs/new/../file/out", {{"a", "1"}}).starts_with("error: "));
  CHECK(fs::exists(temporary / "theirs/empty"));
}

TEST_CASE("a folder may take the place of a file of ours") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"json", "old"}, {"x", "x"}});
  CHECK(run(temporary.out(), {{"json/all", "new"}, {"x", "x"}}) ==
        "created json/all; unchanged x; removed json; manifest");
  CHECK(files_in(temporary.out()) == Files{{"json/all", "new"}, {"x", "x"}});
}

TEST_CASE("a folder does not take the place of a file that somebody changed") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"json", "old"}});
  write(temporary.out() + "/json", "mine");
  const Files before = files_in(temporary.out());
  CHECK(run(temporary.out(), {{"json/all", "new"}, {"x", "x"}}) ==
        "error: " + temporary.out() +
            "/json: was changed after errpress wrote it, and a folder of this name is needed; move it away");
  CHECK(files_in(temporary.out()) == before);
}

TEST_CASE("an output that only changes the case of its name ends as wanted") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"Foo", "1"}});
  CHECK(run(temporary.out(), {{"foo", "1"}}) == "created foo; removed Foo; manifest");
  CHECK(files_in(temporary.out()) == Files{{"foo", "1"}});
}

TEST_CASE("a path that is neither put nor kept stays as it is") {
  const TemporaryFolder temporary;
  run(temporary.out(), kThree);
  const std::string manifest = read(temporary.out() + "/.errpress/manifest");
  auto folder = OutputFolder::open(temporary.out(), Mode::write, {"include/x.hpp", "man/man7/A.7", "new/B", "top.md"});
  REQUIRE(folder);
  REQUIRE((*folder)->put(0, "header\n"));
  const auto summary = (*folder)->finish();
  REQUIRE(summary);
  CHECK(describe(summary.value()) == "unchanged include/x.hpp");
  CHECK(files_in(temporary.out()) == kThree);
  CHECK(read(temporary.out() + "/.errpress/manifest") == manifest);
}

TEST_CASE("a kept output stays ours without its bytes") {
  const TemporaryFolder temporary;
  run(temporary.out(), kThree);
  auto folder = OutputFolder::open(temporary.out(), Mode::write, paths_of(kThree));
  REQUIRE(folder);
  CHECK((*folder)->keep(0, content_of("header\n")));
  CHECK_FALSE((*folder)->keep(1, content_of("other\n")));
  REQUIRE((*folder)->put(1, "other\n"));
  fs::remove(temporary.out() + "/top.md");
  CHECK((*folder)->keep(2, content_of("text\n")));  // it was there when the run began
  const auto summary = (*folder)->finish();
  REQUIRE(summary);
  CHECK(describe(summary.value()) == "updated man/man7/A.7; unchanged include/x.hpp top.md; manifest");
  CHECK((*folder)->content(0) == content_of("header\n"));
  CHECK((*folder)->manifest() == content_of(read(temporary.out() + "/.errpress/manifest")));
}

TEST_CASE("an output that is missing or not ours cannot be kept") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1"}});
  write(temporary.out() + "/b", "2");
  fs::remove(temporary.out() + "/a");
  auto folder = OutputFolder::open(temporary.out(), Mode::write, {"a", "b"});
  REQUIRE(folder);
  CHECK_FALSE((*folder)->keep(0, content_of("1")));
  CHECK_FALSE((*folder)->keep(1, content_of("2")));
}

TEST_CASE("a run that is given up changes nothing and leaves nothing") {
  const TemporaryFolder temporary;
  {
    auto folder = OutputFolder::open(temporary.out(), Mode::write, {"a/b", "c"});
    REQUIRE(folder);
    REQUIRE((*folder)->put(0, "1"));
    REQUIRE((*folder)->put(1, "1"));
  }
  CHECK_FALSE(fs::exists(temporary.out()));
  run(temporary.out(), {{"c", "0"}});
  const Files before = files_in(temporary.out());
  {
    auto folder = OutputFolder::open(temporary.out(), Mode::write, {"a/b", "c"});
    REQUIRE(folder);
    REQUIRE((*folder)->put(0, "1"));
    REQUIRE((*folder)->put(1, "1"));
  }
  CHECK(files_in(temporary.out()) == before);
  CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/tmp"));
}

TEST_CASE("what a killed run left in the temporary folder is removed, and links in it are not followed") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1"}});
  write(temporary / "theirs/file", "theirs");
  write(temporary.out() + "/.errpress/tmp/0", "half");
  write(temporary.out() + "/.errpress/tmp/stage/x/y/z", "half");
  fs::create_directory_symlink(temporary / "theirs", temporary.out() + "/.errpress/tmp/stage/x/link");
  CHECK(run(temporary.out(), {{"a", "1"}}) == "unchanged a");
  CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/tmp"));
  CHECK(read(temporary / "theirs/file") == "theirs");
}

TEST_CASE("files for git that somebody changed stay") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1"}});
  write(temporary.out() + "/.errpress/.gitignore", "mine");
  write(temporary.out() + "/.errpress/.gitattributes", "mine too");
  run(temporary.out(), {{"a", "2"}});
  CHECK(read(temporary.out() + "/.errpress/.gitignore") == "mine");
  CHECK(read(temporary.out() + "/.errpress/.gitattributes") == "mine too");
}

TEST_CASE("the files for git are written again if one is missing, although the manifest stays") {
  const TemporaryFolder temporary;
  const std::string out = temporary.out();
  run(out, {{"a", "1"}});
  for (const std::string name : {".gitignore", ".gitattributes"}) {
    CAPTURE(name);
    const std::string path = out + "/.errpress/" + name;
    const std::string bytes = read(path);
    fs::remove(path);
    CHECK(check(out, {{"a", "1"}}) == "unchanged a");
    CHECK_FALSE(fs::exists(path));
    CHECK(run(out, {{"a", "1"}}) == "unchanged a");
    CHECK(read(path) == bytes);
    CHECK_FALSE(fs::exists(out + "/.errpress/tmp"));
  }
  fs::remove_all(out);
  run(out, {});
  CHECK_FALSE(fs::exists(out + "/.errpress/.gitignore"));
}

TEST_CASE("a .gitignore that an earlier errpress wrote learns of the .gitattributes") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1"}});
  const std::string current = read(temporary.out() + "/.errpress/.gitignore");
  write(temporary.out() + "/.errpress/.gitignore",
        "# Written by errpress: of this folder, only the manifest belongs in version control.\n"
        "*\n!.gitignore\n!manifest\n");
  fs::remove(temporary.out() + "/.errpress/.gitattributes");
  run(temporary.out(), {{"a", "2"}});
  CHECK(read(temporary.out() + "/.errpress/.gitignore") == current);
  CHECK(fs::exists(temporary.out() + "/.errpress/.gitattributes"));
}

Files many_files(std::size_t generation) {
  Files files;
  for (std::size_t i = 0; i < 200; ++i) {
    const bool changes = i % 3 == 0;
    files["folder" + std::to_string(i % 5) + "/file" + std::to_string(i)] =
        "file " + std::to_string(i) + " of " + std::to_string(changes ? generation : 0) + std::string(i * 40, '.');
  }
  return files;
}

std::string run_with_threads(const std::string& out, const Files& wanted, std::size_t threads) {
  auto folder = OutputFolder::open(out, Mode::write, paths_of(wanted));
  if (!folder) return to_string(folder.error());
  std::vector<std::string> bytes;
  for (const auto& [path, content] : wanted) bytes.push_back(content);
  std::vector<std::thread> workers;
  for (std::size_t first = 0; first < threads; ++first) {
    workers.emplace_back([&, first] {
      for (std::size_t id = first; id < bytes.size(); id += threads) {
        if (const auto status = (*folder)->put(static_cast<std::uint32_t>(id), bytes[id]); !status) std::abort();
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  const auto summary = (*folder)->finish();
  return summary ? describe(summary.value()) : to_string(summary.error());
}

TEST_CASE("four threads put what one puts") {
  const TemporaryFolder one, four;
  for (const std::size_t generation : {1U, 2U}) {
    const Files wanted = many_files(generation);
    CHECK(run_with_threads(one.out(), wanted, 1) == run_with_threads(four.out(), wanted, 4));
    CHECK(files_in(four.out()) == wanted);
    CHECK(files_in(one.out()) == wanted);
    CHECK(read(one.out() + "/.errpress/manifest") == read(four.out() + "/.errpress/manifest"));
  }
}

}  // namespace
}  // namespace errpress::output
