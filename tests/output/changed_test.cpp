// Outputs that somebody changed since errpress wrote them are not written over without a word; what git does to files
// while it checks them out or merges them is no change.
#include <doctest/doctest.h>

#include "output/faulty_disk.h"
#include "output/folder_fixture.h"

namespace errpress::output {
namespace {

const Files kOld = {{"a", "1\n2\n"}, {"f/b", "3\n4\n"}};
const Files kNew = {{"a", "1\n2\n"}, {"f/b", "5\n6\n"}};

RunOptions overwriting(Mode mode = Mode::write) {
  RunOptions options = mode;
  options.overwrite_changed = true;
  return options;
}

RunOptions taking_over(Mode mode = Mode::write) {
  RunOptions options = mode;
  options.take_over = true;
  return options;
}

std::string with_crlf(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? "\r\n" : std::string(1, c);
  return result;
}

TEST_CASE("an output that somebody changed is not written over, and nothing else is written") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  write(temporary.out() + "/f/b", "3\nmine\n");
  const Files before = files_in(temporary.out());
  const std::string manifest = manifest_in(temporary.out());
  for (const Files& wanted : {kOld, kNew, Files{{"a", "other"}, {"f/b", "3\n4\n"}, {"new", ""}}}) {
    CHECK(
        run(temporary.out(), wanted) ==
        "error: " + temporary.out() +
            ": 1 file was changed since errpress wrote it: f/b; move the change into the article or the template, then "
            "replace it with --overwrite-changed");
    CHECK(files_in(temporary.out()) == before);
    CHECK(manifest_in(temporary.out()) == manifest);
    CHECK_FALSE(fs::exists(temporary.out() + "/.errpress/tmp"));
  }
  CHECK(check(temporary.out(), kNew) == "unchanged a; changed f/b");
}

TEST_CASE("with leave to write over changes, a changed output is replaced and named") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  write(temporary.out() + "/f/b", "3\nmine\n");
  CHECK(run(temporary.out(), kNew, overwriting(Mode::check)) == "replaced f/b; unchanged a; manifest");
  CHECK(read(temporary.out() + "/f/b") == "3\nmine\n");
  CHECK(run(temporary.out(), kNew, overwriting()) == "replaced f/b; unchanged a; manifest");
  CHECK(files_in(temporary.out()) == kNew);
  CHECK(run(temporary.out(), kNew) == "unchanged a f/b");
}

TEST_CASE("leave to write over changes is none for files that are not in the manifest") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1\n2\n"}});
  write(temporary.out() + "/f/b", "mine");
  CHECK(run(temporary.out(), kNew, overwriting()).starts_with("error: " + temporary.out() + ": 1 file is in the way"));
  CHECK(read(temporary.out() + "/f/b") == "mine");
}

TEST_CASE("to find out whose an output is, it is opened once where it is as recorded") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  auto disk = disk::open_disk(temporary.out());
  REQUIRE(disk);
  Files opened;
  const auto hook = [&](std::string_view call, std::string_view path) {
    if (call == "holds" || call == "read") opened[std::string(path)] += std::string(call) + ' ';
    return std::error_code();
  };
  CHECK(finish_run(OutputFolder::open(std::make_unique<FaultyDisk>(std::move(*disk), hook), temporary.out(),
                                      Mode::write, paths_of(kNew)),
                   kNew) == "updated f/b; unchanged a; manifest");
  CHECK(opened["a"] == "holds ");
  CHECK(opened["f/b"] == "read ");
}

TEST_CASE("an output that somebody changed to what is to be written is fine") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  write(temporary.out() + "/f/b", kNew.at("f/b"));
  CHECK(run(temporary.out(), kNew) == "unchanged a f/b; manifest");
}

TEST_CASE("outputs that git converted to CRLF are ours") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  for (const auto& [path, bytes] : kOld) write(temporary.out() + "/" + path, with_crlf(bytes));
  CHECK(check(temporary.out(), kNew) == "updated f/b; line ends a; manifest");
  CHECK(check(temporary.out(), kOld) == "line ends a f/b");
  CHECK(check(temporary.out(), {}) == "removed a f/b; manifest");
  CHECK(run(temporary.out(), {{"f/b", "5\n6\n"}}) == "updated f/b; removed a; manifest");
  CHECK(files_in(temporary.out()) == Files{{"f/b", "5\n6\n"}});
}

TEST_CASE("outputs in CRLF are written again in their own line ends, also where the manifest was lost") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  for (const auto& [path, bytes] : kOld) write(temporary.out() + "/" + path, with_crlf(bytes));
  fs::remove(temporary.out() + "/.errpress/manifest");
  CHECK(run(temporary.out(), kOld) == "line ends a f/b; manifest");
  CHECK(files_in(temporary.out()) == kOld);
}

TEST_CASE("an output in CRLF that somebody changed besides is changed") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  write(temporary.out() + "/f/b", "3\r\nmine\r\n");
  CHECK(check(temporary.out(), kNew) == "unchanged a; changed f/b");
}

TEST_CASE("an output with conflict markers is ours to replace, where it is in the manifest") {
  const std::string merged = "<<<<<<< HEAD\n3\n=======\n7\n>>>>>>> topic\n4\n";
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1\n2\n"}});
  write(temporary.out() + "/f/b", merged);
  CHECK(check(temporary.out(), kNew) == "unchanged a; in the way f/b");
  fs::remove(temporary.out() + "/f/b");
  run(temporary.out(), kOld);
  write(temporary.out() + "/f/b", merged);
  CHECK(run(temporary.out(), kNew) == "updated f/b; unchanged a; manifest");
  CHECK(files_in(temporary.out()) == kNew);
}

TEST_CASE("what somebody wrote around or into a conflict is a change") {
  const std::string conflict = "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n";
  const TemporaryFolder temporary;
  for (const std::string& text : {"my own notes\n" + conflict, conflict, conflict + "3\n4\n",
                                  std::string("<<<<<<< a\n3\nmine\n=======\n7\n>>>>>>> b\n4\n")}) {
    CAPTURE(text);
    fs::remove_all(temporary.out());
    run(temporary.out(), kOld);
    write(temporary.out() + "/f/b", text);
    CHECK(check(temporary.out(), kNew) == "unchanged a; changed f/b");
    CHECK(run(temporary.out(), kNew).starts_with("error: " + temporary.out() + ": 1 file was changed"));
    CHECK(read(temporary.out() + "/f/b") == text);
  }
}

TEST_CASE("a conflict is ours if either side is what errpress wrote, in any line ends") {
  const TemporaryFolder temporary;
  for (const std::string text : {"<<<<<<< a\n3\n=======\nx\n>>>>>>> b\n4\n", "<<<<<<< a\nx\n=======\n3\n>>>>>>> b\n4\n",
                                 "<<<<<<< a\r\nx\r\n||||||| c\r\n=======\r\n3\r\n>>>>>>> b\r\n4\r\n"}) {
    CAPTURE(text);
    fs::remove_all(temporary.out());
    run(temporary.out(), kOld);
    write(temporary.out() + "/f/b", text);
    CHECK(check(temporary.out(), kNew) == "updated f/b; unchanged a; manifest");
  }
}

TEST_CASE("a conflict in the manifest is repaired by the next run") {
  const TemporaryFolder temporary;
  run(temporary.out(), kNew);
  const std::string clean = manifest_in(temporary.out());
  run(temporary.out(), kOld);
  std::string ours = manifest_in(temporary.out());
  const std::size_t last = ours.rfind('\n', ours.size() - 2) + 1;
  write(temporary.out() + "/.errpress/manifest", ours.substr(0, last) + "<<<<<<< HEAD\n" + ours.substr(last) +
                                                     "=======\n" + clean.substr(last) + ">>>>>>> topic\n");
  CHECK(check(temporary.out(), kNew) == "updated f/b; unchanged a; manifest");
  SUBCASE("with our file") { CHECK(run(temporary.out(), kNew) == "updated f/b; unchanged a; manifest"); }
  SUBCASE("with their file") {
    write(temporary.out() + "/f/b", kNew.at("f/b"));
    CHECK(run(temporary.out(), kNew) == "unchanged a f/b; manifest");
  }
  SUBCASE("the file is no longer wanted") {
    CHECK(run(temporary.out(), {{"a", "1\n2\n"}}) == "unchanged a; removed f/b; manifest");
    run(temporary.out(), kNew);
  }
  CHECK(manifest_in(temporary.out()) == clean);
  CHECK(files_in(temporary.out()) == kNew);
}

TEST_CASE("a manifest in CRLF is read, and written with LF") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  const std::string clean = manifest_in(temporary.out());
  write(temporary.out() + "/.errpress/manifest", with_crlf(clean));
  CHECK(check(temporary.out(), kOld) == "unchanged a f/b; manifest");
  CHECK(run(temporary.out(), kOld) == "unchanged a f/b; manifest");
  CHECK(manifest_in(temporary.out()) == clean);
}

TEST_CASE("taking over replaces files at planned paths and touches no others") {
  const TemporaryFolder temporary;
  run(temporary.out(), {{"a", "1\n2\n"}, {"f/b", "3\n4\n"}, {"gone", "7"}});
  write(temporary.out() + "/f/mine", "mine");
  const std::string damaged = "errpress manifest 2\nBAD\n";
  for (const bool lost : {true, false}) {
    CAPTURE(lost);
    write(temporary.out() + "/f/b", "3\n4\n");
    if (lost) fs::remove(temporary.out() + "/.errpress/manifest");
    if (!lost) write(temporary.out() + "/.errpress/manifest", damaged);
    CHECK(run(temporary.out(), kNew).starts_with("error: "));
    CHECK(run(temporary.out(), kNew, taking_over(Mode::check)) == "taken over f/b; unchanged a; manifest");
    CHECK(run(temporary.out(), kNew, taking_over()) == "taken over f/b; unchanged a; manifest");
    Files all = kNew;
    all["gone"] = "7";
    all["f/mine"] = "mine";
    CHECK(files_in(temporary.out()) == all);
    CHECK(run(temporary.out(), kNew) == "unchanged a f/b");
  }
}

TEST_CASE("taking over replaces a manifest whose version is none") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  for (const std::string version : {"", "\r", "0", "03", "-1", "2x", "2 "}) {
    CAPTURE(version);
    write(temporary.out() + "/.errpress/manifest", "errpress manifest " + version + "\n");
    CHECK(run(temporary.out(), kOld).find("the manifest is damaged: this is not a version") != std::string::npos);
    CHECK(run(temporary.out(), kOld, taking_over()) == "unchanged a f/b; manifest");
  }
}

TEST_CASE("taking over does not write over a manifest of a later version") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  write(temporary.out() + "/.errpress/manifest", "errpress manifest 3\nsomething else\n");
  CHECK(run(temporary.out(), kNew, taking_over()).find("this manifest has version 3") != std::string::npos);
  CHECK(files_in(temporary.out()) == kOld);
}

TEST_CASE("taking over replaces what somebody changed, too") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  write(temporary.out() + "/f/b", "mine");
  CHECK(run(temporary.out(), kNew, taking_over()) == "replaced f/b; unchanged a; manifest");
}

TEST_CASE("taking over a folder in which nothing was lost does what every run does") {
  const TemporaryFolder temporary;
  run(temporary.out(), kOld);
  CHECK(run(temporary.out(), {{"f/b", "5\n6\n"}}, taking_over()) == "updated f/b; removed a; manifest");
}

TEST_CASE("taking over replaces no folder") {
  const TemporaryFolder temporary;
  write(temporary.out() + "/f/b/mine", "mine");
  CHECK(run(temporary.out(), kNew, taking_over()) == "error: " + temporary.out() +
                                                         ": cannot write files, because there are folders of the same "
                                                         "names: f/b; move them away, or choose another folder");
}

}  // namespace
}  // namespace errpress::output
