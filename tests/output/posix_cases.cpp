// What only POSIX systems have: locks, permissions, size limits and FIFOs. Part of test_output there.
#include <doctest/doctest.h>

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "disk/files.h"

#include "output/build_cache.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kOld = {{"f/a", "old"}, {"f/b", "old"}};

TEST_CASE("a second run in the same folder is refused until the first has ended") {
  const TemporaryFolder temporary;
  {
    auto first = OutputFolder::open(temporary.out(), Mode::write, {"f/a"});
    REQUIRE(first);
    CHECK(run(temporary.out(), kOld) ==
          "error: " + temporary.out() +
              ": another errpress is writing to this folder; wait until it has ended, or choose another folder");
  }
  CHECK(run(temporary.out(), kOld) == "created f/a f/b; manifest");
}

TEST_CASE("a lock goes with its process, however that ends") {
  const TemporaryFolder temporary;
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto held = OutputFolder::open(temporary.out(), Mode::write, {"f/a"});
    const char said = held ? 'y' : 'n';
    if (::write(ready[1], &said, 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char said = 0;
  CHECK(::read(ready[0], &said, 1) == 1);
  CHECK(said == 'y');
  CHECK(run(temporary.out(), kOld).starts_with("error: "));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  CHECK(run(temporary.out(), kOld) == "created f/a f/b; manifest");
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("a file over the size limit is an error, and old files stay whole") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto old_handler = ::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 10'000;
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const std::string said = run(temporary.out(), {{"f/a", "new"}, {"f/b", std::string(50'000, 'x')}});
  ::setrlimit(RLIMIT_FSIZE, &before);
  ::signal(SIGXFSZ, old_handler);
  CHECK(said == "error: " + temporary.out() + "/f/b: cannot write: file too large");
  CHECK(files_in(temporary.out()) == kOld);
  CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/tmp"));
}

// Root may write anywhere, so for this while the process is somebody else.
class NotRoot {
 public:
  NotRoot() {
    if (::geteuid() == 0 && ::seteuid(65534) != 0) MESSAGE("SKIPPED read-only: cannot leave the root user");
  }
  NotRoot(const NotRoot&) = delete;
  NotRoot& operator=(const NotRoot&) = delete;
  ~NotRoot() {
    if (::getuid() == 0 && ::seteuid(0) != 0) std::abort();
  }
  bool done() const { return ::geteuid() != 0; }
};

TEST_CASE("a folder that may not be written to is an error, unless there is nothing to write") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  fs::create_directory(temporary / "fresh");
  for (const std::string path : {"out/.errpress", "out/f", "out", "fresh"}) {
    ::chmod((temporary / path).c_str(), 0555);
  }
  ::chmod((temporary / ".").c_str(), 0777);
  std::string same, changed, fresh, checked;
  {
    const NotRoot not_root;
    if (!not_root.done()) return;
    same = run(temporary.out(), kOld);
    checked = check(temporary.out(), {{"f/a", "new"}});
    changed = run(temporary.out(), {{"f/a", "new"}});
    fresh = run(temporary / "fresh", {{"f/a", "new"}});
  }
  for (const std::string path : {"out", "out/.errpress", "out/f", "fresh"}) {
    ::chmod((temporary / path).c_str(), 0755);
  }
  CHECK(same == "unchanged f/a f/b");
  CHECK(checked == "updated f/a; removed f/b; manifest");
  CHECK(changed == "error: " + temporary.out() + "/.errpress/tmp: cannot make folders: permission denied");
  CHECK(fresh == "error: " + (temporary / "fresh") + "/.errpress: cannot make the folder: permission denied");
  CHECK(files_in(temporary.out()) == kOld);
}

TEST_CASE("a FIFO at a planned path is refused, never waited for") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out() + "/f");
  REQUIRE(::mkfifo((temporary.out() + "/f/a").c_str(), 0600) == 0);
  CHECK(run(temporary.out(), kOld) ==
        "error: " + temporary.out() +
            ": 1 file is in the way that errpress did not write: f/a; move it away, replace it with --take-over, or "
            "choose another folder");
  bool same = true;
  auto disk = disk::open_disk(temporary.out());
  REQUIRE(disk);
  CHECK_FALSE((*disk)->holds("f/a", "", same));
  CHECK_FALSE(same);
  std::string bytes;
  CHECK((*disk)->read("f/a", bytes) == std::errc::not_supported);
}

TEST_CASE("a disk that ignores case: the old name of a file is not taken for an orphan") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"Foo", "1"}});
  // Two names of one file, as such a disk shows them.
  fs::create_hard_link(temporary.out() + "/Foo", temporary.out() + "/foo");
  CHECK(run(temporary.out(), {{"foo", "1"}}) == "unchanged foo; manifest");
  CHECK(files_in(temporary.out()).count("foo") == 1);
}

TEST_CASE("a disk sees the stamps that reading a source gives") {
  const TemporaryFolder temporary;
  write(temporary.out() + "/x", "source");
  auto disk = disk::open_disk(temporary.out());
  REQUIRE(disk);
  disk::FileInfo seen;
  REQUIRE_FALSE((*disk)->look("x", seen));
  disk::FileStamp stamp;
  std::string bytes;
  REQUIRE(disk::read_file(temporary.out() + "/x", bytes, &stamp));
  CHECK(seen.stamp == stamp);
  CHECK(seen.stamp == disk::stamp_file(temporary.out() + "/x").value());
}

TEST_CASE("the clock of files never runs ahead of a later change") {
  const TemporaryFolder temporary;
  auto disk = disk::open_disk(temporary / ".");
  REQUIRE(disk);
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t before = disk::file_clock_now();
    write(temporary / "x", std::to_string(i));
    disk::FileInfo seen;
    REQUIRE_FALSE((*disk)->look("x", seen));
    REQUIRE(seen.stamp.changed >= before);
  }
}

}  // namespace
}  // namespace errpress::output
