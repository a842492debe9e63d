#include "disk/path.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace errpress::disk {

namespace fs = std::filesystem;

namespace {

class Shortener {
 public:
  explicit Shortener(const fs::path& root) : root_(root.generic_string()) {}

  void add(const std::string& part) {
    if (part.empty() || part == ".") return;
    if (part == ".." && at_root()) return;  // the root has no parent
    if (part == ".." && can_drop_last()) {
      parts_.pop_back();
    } else {
      parts_.push_back(part);
    }
  }

  std::string path() const {
    std::string path = root_;
    for (const std::string& part : parts_) {
      if (!path.empty() && path.back() != '/') path += '/';
      path += part;
    }
    return path.empty() ? "." : path;
  }

 private:
  bool at_root() const { return parts_.empty() && root_.ends_with('/'); }

  bool can_drop_last() const {
    if (parts_.empty() || parts_.back() == "..") return false;
    std::error_code ignored;
    return fs::symlink_status(path(), ignored).type() == fs::file_type::directory;
  }

  std::string root_;
  std::vector<std::string> parts_;
};

}  // namespace

std::string short_path(const std::string& path) {
  if (path.empty()) return path;
  const fs::path whole(path);
  Shortener shortener(whole.root_path());
  for (const fs::path& part : whole.relative_path()) shortener.add(part.generic_string());
  return shortener.path();
}

}  // namespace errpress::disk
