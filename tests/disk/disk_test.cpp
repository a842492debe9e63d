#include "disk/disk.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/temporary_folder.h"

namespace errpress::disk {
namespace {

namespace fs = std::filesystem;
using tests::Files;
using tests::files_in;
using tests::read;
using tests::TemporaryFolder;
using tests::write;

std::unique_ptr<Disk> disk_of(const TemporaryFolder& temporary) {
  fs::create_directories(temporary.out());
  auto disk = open_disk(temporary.out());
  REQUIRE(disk);
  return std::move(*disk);
}

TEST_CASE("a disk opens folders only") {
  const TemporaryFolder temporary;
  write(temporary / "file", "x");
  CHECK(to_string(open_disk(temporary / "none").error())
            .ends_with("/none: cannot open the folder: no such file or directory"));
  CHECK(to_string(open_disk(temporary / "file").error()).ends_with("/file: cannot open the folder: not a directory"));
}

TEST_CASE("a disk lists names and kinds") {
  const TemporaryFolder temporary;
  const auto disk = disk_of(temporary);
  write(temporary.out() + "/file", "x");
  write(temporary.out() + "/folder/inner", "x");
  fs::create_symlink("nowhere", temporary.out() + "/link");
  Listing listing;
  REQUIRE_FALSE(disk->list("", listing));
  std::vector<std::string> said;
  for (const auto& item : listing.items) {
    said.push_back(std::string(listing.name(item)) + std::to_string(static_cast<int>(item.kind)));
  }
  std::sort(said.begin(), said.end());
  CHECK(said == std::vector<std::string>{"file1", "folder2", "link3"});
  CHECK(disk->list("file", listing) == std::errc::not_a_directory);
  CHECK(disk->list("none", listing) == std::errc::no_such_file_or_directory);
  CHECK(disk->list("link", listing));
}

TEST_CASE("a disk creates files only where nothing is") {
  const TemporaryFolder temporary;
  const auto disk = disk_of(temporary);
  REQUIRE_FALSE(disk->write_new("a", std::string("x\0y", 3)));
  CHECK(read(temporary.out() + "/a") == std::string("x\0y", 3));
  CHECK(disk->write_new("a", "z") == std::errc::file_exists);
  CHECK(read(temporary.out() + "/a").size() == 3);
  fs::create_symlink(temporary / "elsewhere", temporary.out() + "/link");
  CHECK(disk->write_new("link", "z"));
  CHECK_FALSE(fs::exists(temporary / "elsewhere"));
}

TEST_CASE("a disk tells whether a file holds given bytes") {
  const TemporaryFolder temporary;
  const auto disk = disk_of(temporary);
  const std::string big(100'000, 'x');
  write(temporary.out() + "/a", big);
  fs::create_symlink("a", temporary.out() + "/link");
  fs::create_directory(temporary.out() + "/folder");
  const auto holds = [&](std::string_view path, std::string_view bytes) {
    bool same = true;
    REQUIRE_FALSE(disk->holds(path, bytes, same));
    return same;
  };
  CHECK(holds("a", big));
  CHECK_FALSE(holds("a", big + "x"));
  CHECK_FALSE(holds("a", big.substr(1) + "y"));
  CHECK_FALSE(holds("a", ""));
  CHECK_FALSE(holds("link", big));
  CHECK_FALSE(holds("folder", ""));
  CHECK_FALSE(holds("none", ""));
}

TEST_CASE("a disk moves over a file only when told to") {
  const TemporaryFolder temporary;
  const auto disk = disk_of(temporary);
  REQUIRE_FALSE(disk->write_new("a", "1"));
  REQUIRE_FALSE(disk->write_new("b", "2"));
  CHECK(disk->move("a", "b", Overwrite::no) == std::errc::file_exists);
  CHECK(files_in(temporary.out()) == Files{{"a", "1"}, {"b", "2"}});
  CHECK_FALSE(disk->move("a", "b", Overwrite::yes));
  CHECK(files_in(temporary.out()) == Files{{"b", "1"}});
  CHECK_FALSE(disk->move("b", "c", Overwrite::no));
  CHECK(files_in(temporary.out()) == Files{{"c", "1"}});
  write(temporary.out() + "/folder/x", "x");
  write(temporary.out() + "/full/y", "y");
  CHECK(disk->move("folder", "full", Overwrite::no));
  CHECK_FALSE(disk->move("folder", "free", Overwrite::no));
  CHECK(files_in(temporary.out()) == Files{{"c", "1"}, {"free/x", "x"}, {"full/y", "y"}});
}

TEST_CASE("a disk removes empty folders only, and files only as files") {
  const TemporaryFolder temporary;
  const auto disk = disk_of(temporary);
  write(temporary.out() + "/folder/x", "x");
  CHECK(disk->remove_folder("folder"));
  CHECK(disk->remove_folder("folder/x"));
  CHECK(disk->remove_file("folder"));
  CHECK(disk->remove_file("none") == std::errc::no_such_file_or_directory);
  CHECK(files_in(temporary.out()) == Files{{"folder/x", "x"}});
  CHECK_FALSE(disk->remove_file("folder/x"));
  CHECK_FALSE(disk->remove_folder("folder"));
  CHECK(fs::is_empty(temporary.out()));
  REQUIRE_FALSE(disk->make_folder("new"));
  CHECK(disk->make_folder("new") == std::errc::file_exists);
}

TEST_CASE("a disk refuses a path that is too long") {
  const TemporaryFolder temporary;
  const auto disk = disk_of(temporary);
  std::string bytes;
  CHECK(disk->read(std::string(10'000, 'a'), bytes) == std::errc::filename_too_long);
}

TEST_CASE("a disk reads and writes files in parts") {
  const TemporaryFolder temporary;
  const auto disk = disk_of(temporary);
  REQUIRE_FALSE(disk->write_new("file", "abc"));
  REQUIRE_FALSE(disk->append("file", "defg"));
  CHECK(read(temporary.out() + "/file") == "abcdefg");
  std::string bytes = "old";
  struct Part {
    std::uint64_t offset;
    std::size_t size;
    std::string_view bytes;
  };
  for (const Part& part : {Part{0, 3, "abc"}, Part{2, 3, "cde"}, Part{5, 9, "fg"}, Part{7, 1, ""}, Part{99, 1, ""}}) {
    CAPTURE(part.offset);
    CHECK_FALSE(disk->read_part("file", part.offset, part.size, bytes));
    CHECK(bytes == part.bytes);
  }
  CHECK(disk->read_part("none", 0, 1, bytes) == std::errc::no_such_file_or_directory);
  CHECK(disk->append("none", "x") == std::errc::no_such_file_or_directory);
  CHECK_FALSE(fs::exists(temporary.out() + "/none"));
  fs::create_symlink("file", temporary.out() + "/link");
  CHECK(disk->append("link", "x"));
  CHECK(disk->read_part("link", 0, 1, bytes));
  CHECK(read(temporary.out() + "/file") == "abcdefg");
}

}  // namespace
}  // namespace errpress::disk
