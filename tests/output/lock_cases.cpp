// The lock of an output folder: what stands in its place, waiting for it, and disks that have none. Part of test_output
// on POSIX systems.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <optional>
#include <utility>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kFiles = {{"a", "one"}, {"f/b", "two"}};

// Keeps what an OutputFolder says of its lock.
struct Notices {
  std::vector<LockState> states;
  std::function<void()> when_busy = [] {};
  bool goes_on = true;
  LockNotice callback() {
    return [this](LockState state) {
      states.push_back(state);
      if (state == LockState::busy) when_busy();
      return goes_on;
    };
  }
};

RunOptions with(LockNotice notice) {
  RunOptions options = Mode::write;
  options.notice = std::move(notice);
  return options;
}

using States = std::vector<LockState>;

std::unique_ptr<OutputFolder> hold(const std::string& out) {
  auto folder = OutputFolder::open(out, Mode::write, paths_of(kFiles));
  REQUIRE(folder);
  return std::move(*folder);
}

}  // namespace

TEST_CASE("what is no regular file at the lock's path is an error, and is not waited for") {
  struct Case {
    const char* what;
    void (*make)(const std::string& path);
  };
  const Case cases[] = {
      {"FIFO", [](const std::string& path) { ::mkfifo(path.c_str(), 0600); }},
      {"folder", [](const std::string& path) { fs::create_directory(path); }},
      {"link", [](const std::string& path) { fs::create_symlink("elsewhere", path); }},
      {"device", [](const std::string& path) { fs::create_symlink("/dev/null", path); }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const TemporaryFolder temporary;
    fs::create_directories(temporary.out() + "/.errpress");
    c.make(temporary.out() + "/.errpress/lock");
    CHECK(
        run(temporary.out(), kFiles) ==
        "error: " + temporary.out() +
            "/.errpress/lock: is not a regular file, but errpress keeps its lock in a file of this name; move it away");
    CHECK(files_in(temporary.out()).empty());
    CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/elsewhere"));
  }
}

TEST_CASE("a lock file with anything in it is one, too") {
  const TemporaryFolder temporary;
  write(temporary.out() + "/.errpress/lock", "anything");
  CHECK(run(temporary.out(), kFiles) == "created a f/b; manifest");
}

TEST_CASE("a run with a notice waits until the other has ended, and says that it did") {
  const TemporaryFolder temporary;
  auto first = hold(temporary.out());
  REQUIRE(first->put(0, "one"));
  REQUIRE(first->put(1, "two"));
  Notices notices;
  notices.when_busy = [&] {
    REQUIRE(first->finish());
    first.reset();
  };
  auto second = OutputFolder::open(temporary.out(), with(notices.callback()), paths_of(kFiles));
  REQUIRE(second);
  CHECK(notices.states == States{LockState::busy});
  CHECK((*second)->waited());
  CHECK(finish_run(std::move(second), kFiles) == "unchanged a f/b");
}

TEST_CASE("a run that nobody was in the way of did not wait") {
  const TemporaryFolder temporary;
  Notices notices;
  const auto only = OutputFolder::open(temporary.out(), with(notices.callback()), paths_of(kFiles));
  REQUIRE(only);
  CHECK(notices.states.empty());
  CHECK_FALSE((*only)->waited());
}

TEST_CASE("a run goes on after one that wrote nothing and took its private folder with it") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out());
  auto first = hold(temporary.out());
  Notices notices;
  notices.when_busy = [&] { first.reset(); };
  auto second = OutputFolder::open(temporary.out(), with(notices.callback()), paths_of(kFiles));
  CHECK(finish_run(std::move(second), kFiles) == "created a f/b; manifest");
  CHECK(notices.states == States{LockState::busy});
}

TEST_CASE("a run goes on after one that wrote nothing and took the output folder with it") {
  const TemporaryFolder temporary;
  auto first = hold(temporary.out());
  Notices notices;
  notices.when_busy = [&] {
    first.reset();
    REQUIRE_FALSE(fs::exists(temporary.out()));
  };
  auto second = OutputFolder::open(temporary.out(), with(notices.callback()), paths_of(kFiles));
  CHECK(finish_run(std::move(second), kFiles) == "created a f/b; manifest");
  CHECK(notices.states == States{LockState::busy});
}

TEST_CASE("a run that stops waiting leaves the lock to the one that holds it") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out());
  // Both runs make the private folder, and the other one is the first to lock it.
  std::unique_ptr<OutputFolder> other;
  auto disk = std::make_unique<FaultyDisk>(disk::open_disk(temporary.out()).value(), [&](std::string_view call, auto) {
    if (call == "lock" && !other) other = hold(temporary.out());
    return std::error_code();
  });
  CHECK_FALSE(OutputFolder::open(std::move(disk), temporary.out(), Mode::write, paths_of(kFiles)));
  CHECK(fs::exists(temporary.out() + "/.errpress/lock"));
}

TEST_CASE("a folder that disappears before its first lock is made again") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out());
  bool removed = false;
  auto disk = std::make_unique<FaultyDisk>(disk::open_disk(temporary.out()).value(), [&](std::string_view call, auto) {
    if (call == "lock" && !std::exchange(removed, true)) fs::remove(temporary.out() + "/.errpress");
    return std::error_code();
  });
  CHECK(finish_run(OutputFolder::open(std::move(disk), temporary.out(), Mode::write, paths_of(kFiles)), kFiles) ==
        "created a f/b; manifest");
}

TEST_CASE("waiting ends when the notice says so") {
  const TemporaryFolder temporary;
  const auto first = hold(temporary.out());
  Notices notices;
  notices.when_busy = [&] { notices.goes_on = notices.states.size() < 3; };
  const auto second = OutputFolder::open(temporary.out(), with(notices.callback()), paths_of(kFiles));
  CHECK(notices.states == States{LockState::busy, LockState::busy, LockState::busy});
  REQUIRE_FALSE(second);
  CHECK(second.error().message == "cannot lock: interrupted system call");
}

TEST_CASE("a disk that cannot lock is written to all the same, with a notice") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out());
  for (const char* expected : {"created a f/b; manifest", "unchanged a f/b"}) {
    auto disk = std::make_unique<FaultyDisk>(disk::open_disk(temporary.out()).value(), [](std::string_view call, auto) {
      return call == "lock" ? std::make_error_code(std::errc::no_lock_available) : std::error_code();
    });
    Notices notices;
    auto folder = OutputFolder::open(std::move(disk), temporary.out(), with(notices.callback()), paths_of(kFiles));
    CHECK(finish_run(std::move(folder), kFiles) == expected);
    CHECK(notices.states == States{LockState::unsupported});
  }
}

TEST_CASE("a disk that fails to lock for another reason is an error") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out());
  auto disk = std::make_unique<FaultyDisk>(disk::open_disk(temporary.out()).value(), [](std::string_view call, auto) {
    return call == "lock" ? std::make_error_code(std::errc::permission_denied) : std::error_code();
  });
  CHECK(finish_run(OutputFolder::open(std::move(disk), temporary.out(), Mode::write, paths_of(kFiles)), kFiles) ==
        "error: " + temporary.out() + "/.errpress/lock: cannot lock: permission denied");
}

}  // namespace errpress::output
