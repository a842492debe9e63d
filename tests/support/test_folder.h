// A folder of a test's own, with the odd things that a disk can hold. It is the working directory as long as it lives,
// so that paths in tests are short and the same everywhere; what it made is removed with it. Not thread-safe.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "support/temporary_folder.h"

#ifndef _WIN32
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace errpress::tests {

class TestFolder {
 public:
  TestFolder() : before_(fs::current_path()) { fs::current_path(path()); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code ignored;
    fs::current_path(before_, ignored);
  }

  std::string path() const { return folder_.path(); }

  // Each makes the folders above it as well.
  void file(const fs::path& name, std::string_view bytes = "") const {
    make_parents(name);
    std::ofstream(name, std::ios::binary) << bytes;
  }
  void folder(const fs::path& name) const { fs::create_directories(name); }
  void link(const fs::path& name, const fs::path& target) const {
    make_parents(name);
    fs::create_symlink(target, name);
  }

#ifndef _WIN32
  void fifo(const fs::path& name) const {
    make_parents(name);
    ::mkfifo(name.c_str(), 0600);
  }
  void socket(const fs::path& name) const {
    make_parents(name);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.string().copy(address.sun_path, sizeof address.sun_path - 1);
    const int number = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ::bind(number, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::close(number);
  }
#endif

 private:
  static void make_parents(const fs::path& name) {
    if (name.has_parent_path()) fs::create_directories(name.parent_path());
  }

  TemporaryFolder folder_;
  fs::path before_;
};

#ifndef _WIN32
// Takes root's right to read everything from the test as long as it lives. (A user that is not root never has it.)
class WithoutPrivileges {
 public:
  WithoutPrivileges() : was_root_(::geteuid() == 0) {
    constexpr uid_t kNobody = 65534;
    if (was_root_) dropped_ = ::seteuid(kNobody) == 0;
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;
  ~WithoutPrivileges() {
    if (dropped_ && ::seteuid(0) != 0) std::abort();
  }
  bool effective() const { return !was_root_ || dropped_; }

 private:
  bool was_root_;
  bool dropped_ = false;
};
#endif

}  // namespace errpress::tests
