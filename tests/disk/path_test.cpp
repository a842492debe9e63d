#include "disk/path.h"

#include <doctest/doctest.h>

#include <string>

#include "support/test_folder.h"

using errpress::disk::short_path;
using errpress::tests::TestFolder;

TEST_CASE("what means nothing goes") {
  const TestFolder disk;
  disk.folder("a/b");
  struct Case {
    const char *path, *expected;
  };
  constexpr Case kCases[] = {
      {"", ""},           {".", "."},         {"./", "."},        {"a", "a"},          {"./a//", "a"},
      {"a/./b/.", "a/b"}, {"a/..", "."},      {"a/b/..", "a"},    {"a/b/../..", "."},  {"a/b/../../..", ".."},
      {"..", ".."},       {"../..", "../.."}, {"../a/", "../a"},  {"/", "/"},          {"/..", "/"},
      {"/../a", "/a"},    {"//a", "/a"},      {"new/x", "new/x"}, {"a/../new", "new"}, {"a/b/../c.txt", "a/c.txt"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.path);
    CHECK(short_path(c.path) == c.expected);
  }
  CHECK(short_path(disk.path() + "/a/../a/") == disk.path() + "/a");
}

TEST_CASE("'..' stays behind what is no folder of its own") {
  const TestFolder disk;
  disk.folder("a/b");
  disk.file("file");
  disk.link("link", "a/b");
  disk.link("dead", "nowhere");
  for (const char* path : {"link/..", "link/../b", "dead/../a", "file/../a", "new/..", "new/../a", "link/../../a"}) {
    CAPTURE(path);
    CHECK(short_path(path) == path);
  }
  CHECK(short_path("link/../b/..") == "link/..");
  CHECK(short_path("a/../link/../b/.") == "link/../b");
}
