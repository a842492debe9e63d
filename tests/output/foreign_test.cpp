// Files that errpress did not write are never written over and never removed, wherever they stand.
#include <doctest/doctest.h>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kWanted = {{"a", "ours"}, {"f/b", "ours"}, {"f/c", "ours"}};

std::string refusal(const TemporaryFolder& temporary, const std::string& text) {
  return "error: " + temporary.out() + ": " + text;
}

TEST_CASE("a foreign file at a planned path is refused before anything is written") {
  const TemporaryFolder temporary;
  write(temporary.out() + "/f/b", "mine");
  const Files before = picture_of(temporary.out());
  CHECK(run(temporary.out(), kWanted) ==
        refusal(temporary,
                "1 file is in the way that errpress did not write: f/b; move it away, replace it with --take-over, or "
                "choose another folder"));
  CHECK(files_in(temporary.out()) == Files{{"f/b", "mine"}});
  CHECK_FALSE(fs::exists(temporary.out() + "/.errpress"));
  CHECK(picture_of(temporary.out()).size() == before.size());
  CHECK(check(temporary.out(), kWanted) == "created a f/c; in the way f/b; manifest");
}

TEST_CASE("a refusal names five of many files") {
  const TemporaryFolder temporary;
  Files wanted;
  for (const char name : std::string("hgfedcba")) {
    wanted[std::string(1, name)] = "ours";
    write(temporary.out() + "/" + name, "mine");
  }
  CHECK(run(temporary.out(), wanted) ==
        refusal(temporary,
                "8 files are in the way that errpress did not write: a, b, c, d, e and 3 more; move them away, replace "
                "them with --take-over, or choose another folder"));
}

TEST_CASE("a foreign file that holds what would be written is taken over as it is") {
  const TemporaryFolder temporary;
  write(temporary.out() + "/f/b", "ours");
  const Files before = picture_of(temporary.out());
  CHECK(run(temporary.out(), kWanted) == "created a f/c; unchanged f/b; manifest");
  CHECK(picture_of(temporary.out()).at("f/b") == before.at("f/b"));
  CHECK(run(temporary.out(), {}) == "removed a f/b f/c; manifest");
}

TEST_CASE("foreign files elsewhere in the folder stay") {
  const TemporaryFolder temporary;
  const Files mine = {{"f/mine", "1"}, {"g/mine", "2"}, {"mine", "3"}};
  for (const auto& [path, bytes] : mine) write(temporary.out() + "/" + path, bytes);
  Files all = mine;
  all.insert(kWanted.begin(), kWanted.end());
  CHECK(run(temporary.out(), kWanted) == "created a f/b f/c; manifest");
  CHECK(files_in(temporary.out()) == all);
  CHECK(run(temporary.out(), {}) == "removed a f/b f/c; manifest");
  CHECK(files_in(temporary.out()) == mine);
}

TEST_CASE("a folder at a planned path is refused, even in place of a file of ours") {
  const TemporaryFolder temporary;
  run(temporary.out(), kWanted);
  fs::remove(temporary.out() + "/f/b");
  write(temporary.out() + "/f/b/mine", "mine");
  CHECK(run(temporary.out(), kWanted) == refusal(temporary,
                                                 "cannot write files, because there are folders of the same names: "
                                                 "f/b; move them away, or choose another folder"));
  CHECK(check(temporary.out(), kWanted) == "unchanged a f/c; in the way f/b; manifest");
  CHECK(read(temporary.out() + "/f/b/mine") == "mine");
}

TEST_CASE("a link at a planned path is neither followed nor replaced") {
  const TemporaryFolder temporary;
  write(temporary / "theirs", "theirs");
  write(temporary.out() + "/f/c", "ours");
  fs::create_symlink(temporary / "theirs", temporary.out() + "/f/b");
  const std::string foreign =
      refusal(temporary,
              "1 file is in the way that errpress did not write: f/b; move it away, replace it with --take-over, or "
              "choose another folder");
  CHECK(run(temporary.out(), kWanted) == foreign);
  RunOptions take_over = Mode::write;
  take_over.take_over = true;
  CHECK(run(temporary.out(), kWanted, take_over) == foreign);
  CHECK(fs::is_symlink(temporary.out() + "/f/b"));
}

TEST_CASE("a link in place of a file of ours is a change, whatever it leads to") {
  for (const std::string bytes : {"theirs", "ours"}) {
    CAPTURE(bytes);
    const TemporaryFolder temporary;
    run(temporary.out(), kWanted);
    write(temporary / "theirs", bytes);
    fs::remove(temporary.out() + "/f/b");
    fs::create_symlink(temporary / "theirs", temporary.out() + "/f/b");
    CHECK(check(temporary.out(), kWanted) == "unchanged a f/c; changed f/b");
    CHECK(run(temporary.out(), kWanted) ==
          refusal(temporary,
                  "1 file was changed since errpress wrote it: f/b; move the change into the article or the template, "
                  "then replace it with --overwrite-changed"));
    RunOptions overwrite = Mode::write;
    overwrite.overwrite_changed = true;
    CHECK(run(temporary.out(), kWanted, overwrite) == "replaced f/b; unchanged a f/c");
    CHECK(files_in(temporary.out()) == kWanted);
    CHECK(read(temporary / "theirs") == bytes);
  }
}

TEST_CASE("a folder that is a link is refused") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary / "elsewhere");
  fs::create_directories(temporary.out());
  fs::create_directory_symlink(temporary / "elsewhere", temporary.out() + "/f");
  CHECK(run(temporary.out(), kWanted) == "error: " + temporary.out() +
                                             "/f: is a link, and errpress does not follow links inside its output "
                                             "folder; put a folder here, or point the output "
                                             "folder itself elsewhere");
  CHECK(fs::is_empty(temporary / "elsewhere"));
}

TEST_CASE("a foreign file in place of a folder is refused") {
  const TemporaryFolder temporary;
  write(temporary.out() + "/f", "mine");
  CHECK(run(temporary.out(), kWanted) ==
        "error: " + temporary.out() +
            "/f: is not a folder, but outputs are to be written into a folder of this name; move it away");
  CHECK(files_in(temporary.out()) == Files{{"f", "mine"}});
}

TEST_CASE("the output folder itself may be a link") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary / "real");
  fs::create_directory_symlink(temporary / "real", temporary.out());
  CHECK(run(temporary.out(), kWanted) == "created a f/b f/c; manifest");
  CHECK(files_in(temporary / "real") == kWanted);
}

TEST_CASE("the private folder must be a folder") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary / "elsewhere");
  fs::create_directories(temporary.out());
  fs::create_directory_symlink(temporary / "elsewhere", temporary.out() + "/.errpress");
  CHECK(run(temporary.out(), kWanted) ==
        "error: " + temporary.out() +
            "/.errpress: is not a folder, but errpress keeps its manifest in a folder of this name; move it away");
  CHECK(fs::is_empty(temporary / "elsewhere"));
}

TEST_CASE("orphans are not removed through a link, nor is what took their place") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"f/b", "1"}, {"g", "2"}, {"h", "3"}});
  fs::rename(temporary.out() + "/f", temporary / "moved");
  fs::create_directory_symlink(temporary / "moved", temporary.out() + "/f");
  fs::remove(temporary.out() + "/g");
  fs::create_symlink(temporary / "moved/b", temporary.out() + "/g");
  fs::remove(temporary.out() + "/h");
  write(temporary.out() + "/h/mine", "mine");
  CHECK(run(temporary.out(), {}) == "left alone f/b g; manifest");
  CHECK(read(temporary / "moved/b") == "1");
  CHECK(fs::is_symlink(temporary.out() + "/g"));
  CHECK(read(temporary.out() + "/h/mine") == "mine");
}

// A file that appears after the snapshot was taken and before the files are renamed.
std::string run_with_intruder(const TemporaryFolder& temporary, const Files& wanted, const std::string& path,
                              const std::string& bytes) {
  auto disk = disk::open_disk(temporary.out());
  if (!disk) return to_string(disk.error());
  const auto hook = [&, done = false](std::string_view call, std::string_view target) mutable {
    if (call == "move" && !target.starts_with(".errpress") && !std::exchange(done, true)) {
      write(temporary.out() + "/" + path, bytes);
    }
    return std::error_code();
  };
  return finish_run(OutputFolder::open(std::make_unique<FaultyDisk>(std::move(*disk), hook), temporary.out(),
                                       Mode::write, paths_of(wanted)),
                    wanted);
}

TEST_CASE("a file that appears while a run is under way is not written over") {
  for (const std::string path : {"a", "f/b"}) {
    CAPTURE(path);
    const TemporaryFolder temporary;
    fs::create_directories(temporary.out());
    Files all = kWanted;
    all[path] = "mine";
    CHECK(run_with_intruder(temporary, kWanted, path, "mine") ==
          refusal(temporary, "1 file is in the way that errpress did not write: " + path +
                                 "; move it away, replace it with --take-over, or choose another folder"));
    CHECK(files_in(temporary.out()) == all);
    CHECK(read(temporary.out() + "/.errpress/manifest").find("  " + path + "\n") == std::string::npos);
    fs::remove(temporary.out() + "/" + path);
    run(temporary.out(), kWanted);
    CHECK(files_in(temporary.out()) == kWanted);
    CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/tmp"));
  }
}

TEST_CASE("a file that appears while a run is under way with the very same bytes is fine") {
  for (const std::string path : {"a", "f/b"}) {
    CAPTURE(path);
    const TemporaryFolder temporary;
    fs::create_directories(temporary.out());
    const std::string expected =
        path == "a" ? "created f/b f/c; unchanged a; manifest" : "created a f/c; unchanged f/b; manifest";
    CHECK(run_with_intruder(temporary, kWanted, path, "ours") == expected);
    CHECK(files_in(temporary.out()) == kWanted);
  }
}

TEST_CASE("a foreign file beside a folder that appears while a run is under way stays") {
  const TemporaryFolder temporary;
  fs::create_directories(temporary.out());
  CHECK(run_with_intruder(temporary, kWanted, "f/mine", "mine") == "created a f/b f/c; manifest");
  Files all = kWanted;
  all["f/mine"] = "mine";
  CHECK(files_in(temporary.out()) == all);
}

}  // namespace
}  // namespace errpress::output
