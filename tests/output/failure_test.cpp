// A disk that fails: one clear error, and old files stay whole.
#include <doctest/doctest.h>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kOld = {{"f/a", "old a"}, {"f/b", "old b"}, {"gone", "old"}};
const Files kNew = {{"f/a", "new a"}, {"f/b", "new b"}, {"g/c", "new c"}};

std::string run_on(const std::string& out, FaultyDisk::Hook hook, const Files& wanted) {
  auto disk = disk::open_disk(out);
  if (!disk) return to_string(disk.error());
  return finish_run(OutputFolder::open(std::make_unique<FaultyDisk>(std::move(*disk), std::move(hook)), out,
                                       Mode::write, paths_of(wanted)),
                    wanted);
}

// Fails the call on the path, every time.
FaultyDisk::Hook fail(std::string call, std::string path, std::errc error) {
  return [=](std::string_view made, std::string_view on) {
    return made == call && on == path ? std::make_error_code(error) : std::error_code();
  };
}

TEST_CASE("a full disk while bytes are written changes nothing") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  const Files before = files_in(temporary.out());
  const std::string manifest = read(temporary.out() + "/.errpress/manifest");
  const auto full = std::errc::no_space_on_device;
  CHECK(run_on(temporary.out(), fail("write", ".errpress/tmp/1", full), kNew) ==
        "error: " + temporary.out() + "/f/b: cannot write: no space left on device");
  CHECK(run_on(temporary.out(), fail("write", ".errpress/tmp/stage/g/c", full), kNew) ==
        "error: " + temporary.out() + "/g/c: cannot write: no space left on device");
  CHECK(run_on(temporary.out(), fail("write", ".errpress/tmp/manifest", full), kNew) ==
        "error: " + temporary.out() + "/.errpress/manifest: cannot write the manifest: no space left on device");
  CHECK(run_on(temporary.out(), fail("make", ".errpress/tmp", full), kNew) ==
        "error: " + temporary.out() + "/.errpress/tmp: cannot make folders: no space left on device");
  CHECK(files_in(temporary.out()) == before);
  CHECK(read(temporary.out() + "/.errpress/manifest") == manifest);
  CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/tmp"));
}

TEST_CASE("an unreadable output is an error that names it") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  CHECK(run_on(temporary.out(), fail("read", "f/a", std::errc::permission_denied), kNew) ==
        "error: " + temporary.out() + "/f/a: cannot read: permission denied");
  CHECK(run_on(temporary.out(), fail("list", "f", std::errc::permission_denied), kNew) ==
        "error: " + temporary.out() + "/f: cannot list the folder: permission denied");
  CHECK(run_on(temporary.out(), fail("read", ".errpress/manifest", std::errc::permission_denied), kNew) ==
        "error: " + temporary.out() + "/.errpress/manifest: cannot read the manifest: permission denied");
  CHECK(files_in(temporary.out()) == kOld);
}

TEST_CASE("an orphan that cannot be read is left alone") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  CHECK(run_on(temporary.out(), fail("read", "gone", std::errc::permission_denied), {}) ==
        "removed f/a f/b; left alone gone; manifest");
  CHECK(files_in(temporary.out()) == Files{{"gone", "old"}});
}

// The state of a file after a run that died: old, new, or not there.
bool is_whole(const Files& files, const std::string& path) {
  const auto found = files.find(path);
  if (found == files.end()) return kOld.count(path) == 0 || kNew.count(path) == 0;
  const auto holds = [&](const Files& state) { return state.count(path) != 0 && state.at(path) == found->second; };
  return holds(kOld) || holds(kNew);
}

TEST_CASE("whichever call fails, files are whole, foreign ones untouched, and the next run repairs") {
  int calls = 0;
  int failed = 0;
  bool done = false;
  for (int nth = 1; !done; ++nth) {
    const TemporaryFolder temporary;
    run(temporary.out(), kOld);
    write(temporary.out() + "/f/mine", "mine");
    calls = 0;
    // From the nth call on nothing works any more, as for a disk that was pulled out.
    const std::string said = run_on(
        temporary.out(),
        [&](std::string_view, std::string_view) {
          return ++calls >= nth ? std::make_error_code(std::errc::io_error) : std::error_code();
        },
        kNew);
    CAPTURE(nth);
    CAPTURE(said);
    done = calls < nth;
    if (said.starts_with("error: ")) ++failed;
    const Files after = files_in(temporary.out());
    for (const auto& [path, bytes] : after) CHECK((path == "f/mine" ? bytes == "mine" : is_whole(after, path)));
    for (const auto& [path, bytes] : kOld) CHECK(is_whole(after, path));
    CHECK_FALSE(run(temporary.out(), kNew).starts_with("error: "));
    Files wanted = kNew;
    wanted["f/mine"] = "mine";
    CHECK(files_in(temporary.out()) == wanted);
    CHECK(check(temporary.out(), kNew) == "unchanged f/a f/b g/c");
    CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/tmp"));
  }
  CHECK(failed > 20);  // or the loop above did not look where it should
}

TEST_CASE("after a run that died halfway, what another plan no longer wants is still removed") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  const std::string said = run_on(temporary.out(), fail("move", "f/b", std::errc::io_error), kNew);
  CHECK(said == "error: " + temporary.out() + "/f/b: cannot replace: input/output error");
  CHECK(files_in(temporary.out()) == Files{{"f/a", "new a"}, {"f/b", "old b"}, {"g/c", "new c"}});
  CHECK(run(temporary.out(), {}) == "removed f/a f/b g/c; manifest");
  CHECK(files_in(temporary.out()).empty());
}

TEST_CASE("after a run that died halfway, what somebody changed since is still left alone") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  run_on(temporary.out(), fail("move", "f/b", std::errc::io_error), kNew);
  write(temporary.out() + "/f/a", "mine");
  CHECK(run(temporary.out(), {}) == "removed f/b g/c; left alone f/a; manifest");
  CHECK(files_in(temporary.out()) == Files{{"f/a", "mine"}});
}

TEST_CASE("after a run that died halfway, an output is put again, not kept") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  run_on(temporary.out(), fail("move", "f/b", std::errc::io_error), kNew);
  auto folder = OutputFolder::open(temporary.out(), Mode::write, {"f/a", "f/b"});
  REQUIRE(folder);
  CHECK_FALSE((*folder)->keep(0, content_of("new a")));
  CHECK_FALSE((*folder)->keep(1, content_of("new b")));
}

TEST_CASE("a disk that knows no renaming between folders gets its files by way of a neighbour") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  int moves = 0;
  auto hook = [&](std::string_view call, std::string_view path) {
    if (call == "write" && path.starts_with("f/.errpress-")) ++moves;
    const bool first = moves == 0 || !path.starts_with("f/");
    return call == "move" && path.starts_with("f/") && first ? std::make_error_code(std::errc::cross_device_link)
                                                             : std::error_code();
  };
  CHECK(run_on(temporary.out(), hook, kNew) == "created g/c; updated f/a f/b; removed gone; manifest");
  CHECK(moves == 2);
  CHECK(files_in(temporary.out()) == kNew);
  CHECK(check(temporary.out(), kNew) == "unchanged f/a f/b g/c");
}

TEST_CASE("a temporary file beside its target is ours when the run dies there") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  bool dead = false;
  auto hook = [&](std::string_view call, std::string_view path) {
    if (call == "write" && path.starts_with("f/.errpress-")) {
      write(temporary.out() + "/" + std::string(path), "half");
      dead = true;
    }
    if (dead) return std::make_error_code(std::errc::io_error);
    return call == "move" && path.starts_with("f/") ? std::make_error_code(std::errc::cross_device_link)
                                                    : std::error_code();
  };
  CHECK(run_on(temporary.out(), hook, kNew).starts_with("error: "));
  CHECK(files_in(temporary.out()).count("f/.errpress-0.tmp") == 1);
  CHECK(run(temporary.out(), kNew) == "updated f/a f/b; unchanged g/c; removed f/.errpress-0.tmp; manifest");
  CHECK(files_in(temporary.out()) == kNew);
}

TEST_CASE("a tree that cannot be renamed into place is moved file by file") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out());
  CHECK(run_on(temporary.out(), fail("move", "g", std::errc::invalid_argument), {{"g/a/1", "1"}, {"g/b/2", "2"}}) ==
        "created g/a/1 g/b/2; manifest");
  CHECK(files_in(temporary.out()) == Files{{"g/a/1", "1"}, {"g/b/2", "2"}});
}

TEST_CASE("a damaged manifest stops the run and nothing is touched") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  write(temporary.out() + "/.errpress/manifest", "errpress manifest 1\noops\n");
  const Files before = files_in(temporary.out());
  for (const Mode mode : {Mode::write, Mode::check}) {
    const std::string said = run(temporary.out(), kNew, mode);
    CHECK(said.starts_with(
        "error: " + temporary.out() +
        "/.errpress/manifest:2: the manifest is damaged: this is not a hash, a target and the path of an output; "));
  }
  CHECK(files_in(temporary.out()) == before);
  CHECK(read(temporary.out() + "/.errpress/manifest") == "errpress manifest 1\noops\n");
}

TEST_CASE("without its manifest, a folder is taken over only where it holds what would be written") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  fs::remove(temporary.out() + "/.errpress/manifest");
  CHECK(check(temporary.out(), kOld) == "unchanged f/a f/b gone; manifest");
  CHECK(run(temporary.out(), kNew) == "error: " + temporary.out() +
                                          ": 2 files are in the way that errpress did not write: f/a, f/b; move them "
                                          "away, replace them with --take-over, or choose another folder");
  CHECK(run(temporary.out(), kOld) == "unchanged f/a f/b gone; manifest");
  CHECK(files_in(temporary.out()) == kOld);
}

}  // namespace
}  // namespace errpress::output
