// Runs twice: over disk_posix.cpp, and over disk_portable.cpp (tests.cmake), where ERRPRESS_PORTABLE_DISK is defined.
#include "disk/files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/lines.h"
#include "support/test_folder.h"

namespace errpress::disk {

namespace {

namespace fs = std::filesystem;
using tests::Lines;
using tests::TestFolder;

// The bytes of a file, or "error: path: message".
std::string read(const std::string& path, std::uint64_t limit = 1 << 20) {
  std::string bytes = "what an earlier file left";
  const base::Status status = read_file(path, bytes, nullptr, limit);
  return status ? bytes : "error: " + to_string(status.error());
}

TEST_CASE("files of every size are read whole") {
  const TestFolder disk;
  std::string reused;
  for (const std::size_t size : {0u, 1u, 15u, 16u, 4095u, 4096u, 4097u, 100u, 65536u, 65537u, 3u, 300000u, 0u}) {
    CAPTURE(size);
    std::string content(size, 'x');
    for (std::size_t i = 0; i < size; i += 7) content[i] = static_cast<char>(i);
    disk.file("file", content);
    CHECK(read("file") == content);
    CHECK(read_file("file", reused).ok());
    CHECK(reused == content);
  }
}

TEST_CASE("bytes are kept as they are") {
  const TestFolder disk;
  const std::string content("a\r\n\0\xFF\x1A\n\n", 8);
  disk.file("file", content);
  CHECK(read("file") == content);
}

TEST_CASE("a limit in bytes") {
  const TestFolder disk;
  disk.file("file", "0123456789");
  CHECK(read("file", 10) == "0123456789");
  CHECK(read("file", 9) == "error: file: is larger than 9 bytes");
  disk.file("huge");
  fs::resize_file("huge", (std::uintmax_t{1} << 30) + 1);  // takes no room on the disk
  std::string bytes;
  const base::Status status = read_file("huge", bytes);
  REQUIRE_FALSE(status.ok());
  CHECK(to_string(status.error()) == "huge: is larger than 1 GiB");
}

TEST_CASE("a path that leads to no file is an error that says why") {
  const TestFolder disk;
  disk.file("file", "content");
  disk.folder("folder");
  const std::string long_name(300, 'x');
  struct Case {
    std::string path;
    std::string reason;
  };
  const std::vector<Case> cases = {
      {"none", "does not exist"},
      {"folder/none", "does not exist"},
      {"file/none", "does not exist: a part of its path is not a folder"},
      {"folder", "is a folder, not a regular file"},
      {long_name, "its path is longer than the system allows"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    CHECK(read(c.path) == "error: " + c.path + ": " + c.reason);
    const base::Result<FileStamp> stamp = stamp_file(c.path);
    REQUIRE_FALSE(stamp.ok());
    CHECK(stamp.error().message == c.reason);
    CHECK(stamp.error().path == c.path);
  }
}

TEST_CASE("a stamp stays the same as long as the file does") {
  const TestFolder disk;
  disk.file("file", "content");
  const base::Result<FileStamp> stamp = stamp_file("file");
  REQUIRE(stamp.ok());
  CHECK(stamp->size == 7);
  CHECK(stamp->modified != 0);
  CHECK(*stamp_file("file") == *stamp);
  std::string bytes;
  FileStamp read_stamp;
  CHECK(read_file("file", bytes, &read_stamp).ok());
  CHECK(read_stamp == *stamp);
  fs::last_write_time("file", fs::last_write_time("file") + std::chrono::seconds(2));
  CHECK_FALSE(*stamp_file("file") == *stamp);
  CHECK(stamp_file("file")->modified - stamp->modified == 2'000'000'000);
  disk.file("file", "more content");
  fs::last_write_time("file", fs::file_time_type(std::chrono::seconds(1'700'000'000)));
  CHECK(stamp_file("file")->size == 12);
}

// "name kind" for each entry, with "link to " before the kind of a link's target; sorted.
Lines list(const std::string& path) {
  const auto entries = list_folder(path);
  if (!entries) return {"error: " + to_string(entries.error())};
  Lines lines;
  for (const Entry& entry : *entries) {
    const char* kinds[] = {"nothing", "file", "folder", "itself", "FIFO", "socket", "device", "other"};
    const char* link = entry.is_link ? " link to " : " ";
    lines.push_back(entry.name + link + kinds[static_cast<std::size_t>(entry.kind)]);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST_CASE("the entries of a folder") {
  const TestFolder disk;
  disk.file("f/a.txt");
  disk.file("f/.hidden");
  disk.file("f/..dots");
  disk.file("f/\u00E4 b");
  disk.file("f/sub/inside");
  disk.folder("empty");
  CHECK(list("f") == Lines{"..dots file", ".hidden file", "a.txt file", "sub folder", "\u00E4 b file"});
  CHECK(list("empty") == Lines{});
  CHECK(list("none") == Lines{"error: none: does not exist"});
  disk.file("file");
  CHECK(list("file") == Lines{"error: file: does not exist: a part of its path is not a folder"});
}

TEST_CASE("folders and their identity") {
  const TestFolder disk;
  disk.folder("a/b");
  disk.file("file");
  CHECK(is_folder("a"));
  CHECK(is_folder("."));
  CHECK_FALSE(is_folder("file"));
  CHECK_FALSE(is_folder("none"));
  CHECK(working_folder().folder_identity("a") == working_folder().folder_identity("a/b/.."));
  CHECK(working_folder().folder_identity("a") == working_folder().folder_identity(disk.path() + "/a/"));
  CHECK(working_folder().folder_identity("a") != working_folder().folder_identity("a/b"));
  CHECK_FALSE(working_folder().folder_identity("a").empty());
  CHECK(working_folder().folder_identity("file").empty());
  CHECK(working_folder().folder_identity("none").empty());
}

#ifndef _WIN32

TEST_CASE("what is no regular file is not waited for and not read") {
  const TestFolder disk;
  disk.fifo("fifo");
  disk.socket("socket");
  disk.link("broken", "nowhere");
  disk.link("loop", "loop");
  disk.link("link_to_fifo", "fifo");
  struct Case {
    std::string path;
    std::string reason;
  };
  const std::vector<Case> cases = {
      {"fifo", "is a FIFO, not a regular file"},         {"link_to_fifo", "is a FIFO, not a regular file"},
      {"socket", "is a socket, not a regular file"},     {"/dev/null", "is a device, not a regular file"},
      {"broken", "is a link that leads nowhere"},        {"loop", "is a link that leads back to itself"},
      {"loop/x", "is a link that leads back to itself"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    CHECK(read(c.path) == "error: " + c.path + ": " + c.reason);
    const base::Result<FileStamp> stamp = stamp_file(c.path);
    REQUIRE_FALSE(stamp.ok());
    CHECK(stamp.error().message == c.reason);
  }
}

TEST_CASE("links count as what they lead to") {
  const TestFolder disk;
  disk.file("target/file", "content");
  disk.fifo("f/fifo");
  disk.socket("f/socket");
  disk.link("f/to_file", "../target/file");
  disk.link("f/to_folder", "../target");
  disk.link("f/to_fifo", "fifo");
  disk.link("f/to_link", "to_file");
  disk.link("f/broken", "nowhere");
  disk.link("f/loop", "loop");
  disk.link("f/there", "back");
  disk.link("f/back", "there");
  CHECK(list("f") == Lines{"back link to itself", "broken link to nothing", "fifo FIFO", "loop link to itself",
                           "socket socket", "there link to itself", "to_fifo link to FIFO", "to_file link to file",
                           "to_folder link to folder", "to_link link to file"});
  CHECK(list("f/to_folder") == Lines{"file file"});
  CHECK(read("f/to_link") == "content");
  CHECK(stamp_file("f/to_link")->size == 7);
  CHECK(is_folder("f/to_folder"));
  CHECK(working_folder().folder_identity("f/to_folder") == working_folder().folder_identity("target"));
}

TEST_CASE("what may not be read is an error that says so") {
  const TestFolder disk;
  disk.file("file", "content");
  disk.file("folder/inside", "content");
  fs::permissions("file", fs::perms::none);
  fs::permissions("folder", fs::perms::none);
  std::string of_file, of_inside;
  Lines of_folder;
  bool effective = false;
  {
    const tests::WithoutPrivileges nobody;
    effective = nobody.effective();
    of_file = read("file");
    of_inside = read("folder/inside");
    of_folder = list("folder");
  }
  fs::permissions("folder", fs::perms::owner_all);
  if (!effective) {
    MESSAGE("SKIPPED unreadable-files: root's rights cannot be dropped here");
    return;
  }
  CHECK(of_file == "error: file: no permission to read it");
  CHECK(of_inside == "error: folder/inside: no permission to read it");
  CHECK(of_folder == Lines{"error: folder: no permission to read it"});
}

TEST_CASE("files that say nothing of their size are read to their end") {
  if (!fs::exists("/proc/self/status")) {
    MESSAGE("SKIPPED proc-files: this system has none");
    return;
  }
  CHECK(fs::file_size("/proc/self/status") == 0);
  const std::string status = read("/proc/self/status");
  CHECK(status.starts_with("Name:"));
  CHECK(status.size() > 500);
  CHECK(status.ends_with('\n'));
  CHECK(read("/proc/self/status", 100) == "error: /proc/self/status: is larger than 100 bytes");
}

#ifndef ERRPRESS_PORTABLE_DISK

TEST_CASE("a stamp tells a file from another with the same name, size and time") {
  const TestFolder disk;
  disk.file("file", "one");
  const base::Result<FileStamp> before = stamp_file("file");
  disk.file("other", "two");
  fs::last_write_time("other", fs::last_write_time("file"));
  fs::rename("other", "file");
  const base::Result<FileStamp> after = stamp_file("file");
  CHECK(before->modified == after->modified);
  CHECK(before->size == after->size);
  CHECK(before->inode != after->inode);
  CHECK_FALSE(*before == *after);
}

TEST_CASE("a buffer used for many files keeps its memory") {
  const TestFolder disk;
  disk.file("large", std::string(50'000, 'x'));
  disk.file("small", "x");
  std::string bytes;
  CHECK(read_file("large", bytes).ok());
  const char* memory = bytes.data();
  CHECK(read_file("small", bytes).ok());
  CHECK(read_file("large", bytes).ok());
  CHECK(bytes.data() == memory);
}

#endif
#endif

}  // namespace

}  // namespace errpress::disk
