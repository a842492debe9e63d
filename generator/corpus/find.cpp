#include "corpus/find.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "disk/files.h"

namespace errpress::corpus {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kEnding = ".txt";

// "corpus" for "./corpus/", with '/' between the parts on every system.
std::string normal_path(const std::string& path) {
  std::string normal = fs::path(path).lexically_normal().generic_string();
  if (normal.size() > 1 && normal.back() == '/') normal.pop_back();
  return normal;
}

// The same with every link followed as far as the path exists, so that two ways to say one path compare equal.
std::string real_path(const std::string& path) {
  std::error_code problem;
  const fs::path real = fs::weakly_canonical(path, problem);
  return normal_path(problem ? path : real.generic_string());
}

std::string join(const std::string& folder, const std::string& name) {
  if (folder.empty() || folder == ".") return name;
  std::string path;
  path.reserve(folder.size() + 1 + name.size());
  path = folder;
  if (path.back() != '/') path += '/';
  path += name;
  return path;
}

bool is_article_name(std::string_view name) { return name.ends_with(kEnding); }

// Whether a link to a folder leads to one of those on the way to it, so that following it would never end.
bool leads_back(const std::string& link, const std::string& identity) {
  std::error_code ignored;
  for (fs::path folder = fs::absolute(link, ignored).parent_path();; folder = folder.parent_path()) {
    if (disk::working_folder().folder_identity(folder.string()) == identity) return true;
    if (!folder.has_relative_path()) return false;
  }
}

// Keeps, in the order of their paths, the first of each path. Numbers are sorted rather than the items: they move
// faster.
template <typename Item, typename Path>
void sort_by_path(std::vector<Item>& items, Path path) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int difference = path(items[a]).compare(path(items[b]));
    return difference < 0 || (difference == 0 && a < b);
  });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::size_t number : order) {
    if (sorted.empty() || path(sorted.back()) != path(items[number])) sorted.push_back(std::move(items[number]));
  }
  items = std::move(sorted);
}

const std::string& path_of_file(const File& file) { return file.path; }
const std::string& path_of_unreadable(const Unreadable& unreadable) { return unreadable.file.path; }

// Folders are entered first without following links. What links lead to comes after, and only where it was not entered
// before: so an article has its own path rather than a link's, each folder is entered once however links cross, and
// only a corpus with links pays for telling folders apart.
class Finder {
 public:
  explicit Finder(const std::string& excluded) : excluded_(excluded.empty() ? "" : real_path(excluded)) {}

  base::Status add_root(const std::string& root) {
    const std::string path = normal_path(root);
    const std::string name = fs::path(path).filename().generic_string();
    if (disk::is_folder(path)) {
      enter_tree({path, ""}, excluded_below(path));
      return base::Done{};
    }
    const base::Result<disk::FileStamp> stamp = disk::stamp_file(path);
    std::error_code ignored;
    if (stamp) {
      found_.articles.push_back({path, name});
    } else if (fs::exists(path, ignored)) {
      found_.unreadable.push_back({{path, name}, stamp.error().message});
    } else {
      return stamp.error();
    }
    return base::Done{};
  }

  Found finish() && {
    if (!links_.empty()) follow_links();
    sort_by_path(found_.articles, path_of_file);
    sort_by_path(found_.unreadable, path_of_unreadable);
    return std::move(found_);
  }

 private:
  // How the folder that is not entered is called from `root` on; empty where it is not below.
  std::string excluded_below(const std::string& root) const {
    if (excluded_.empty()) return {};
    const std::string real_root = real_path(root);
    const std::string start = real_root.back() == '/' ? real_root : real_root + '/';
    return excluded_.starts_with(start) ? join(root, excluded_.substr(start.size())) : "";
  }

  // A File here is a folder: its path, and its path below the root.
  void enter_tree(File root, const std::string& excluded) {
    std::vector<File> pending;
    pending.push_back(std::move(root));
    while (!pending.empty()) {
      const File folder = std::move(pending.back());
      pending.pop_back();
      if (folder.path == excluded || !enter_once(folder)) continue;
      list(folder, pending);
    }
  }

  // Notes that the folder is entered; false where it was before, which only matters once links are followed.
  bool enter_once(const File& folder) {
    if (following_) return entered_identities_.insert(disk::working_folder().folder_identity(folder.path)).second;
    entered_.push_back(folder.path);
    return true;
  }

  void list(const File& folder, std::vector<File>& pending) {
    base::Result<std::vector<disk::Entry>> entries = disk::list_folder(folder.path);
    if (!entries) {
      const std::string name = fs::path(folder.path).filename().generic_string();
      const std::string& relative = folder.relative.empty() ? name : folder.relative;
      found_.unreadable.push_back({{folder.path, relative}, entries.error().message});
      return;
    }
    for (const disk::Entry& entry : *entries) {
      if (!entry.name.starts_with('.')) take(entry, folder, pending);
    }
  }

  void take(const disk::Entry& entry, const File& folder, std::vector<File>& pending) {
    const bool is_article = is_article_name(entry.name);
    const bool is_searched = entry.kind == disk::Kind::folder || entry.kind == disk::Kind::link;
    if (!is_article && !is_searched) return;
    File file{join(folder.path, entry.name), join(folder.relative, entry.name)};
    switch (entry.kind) {
      case disk::Kind::file:
        found_.articles.push_back(std::move(file));
        return;
      case disk::Kind::folder:
        if (is_article) found_.unreadable.push_back({file, "is a folder, not an article"});
        (entry.is_link ? links_ : pending).push_back(std::move(file));
        return;
      default:
        note_other(std::move(file));
        return;
    }
  }

  void note_other(File file) {
    const base::Result<disk::FileStamp> stamp = disk::stamp_file(file.path);
    if (stamp) {
      found_.articles.push_back(std::move(file));  // it became a file meanwhile
    } else {
      found_.unreadable.push_back({std::move(file), stamp.error().message});
    }
  }

  // Behind a link there can be further ones: each round follows those that the last one met.
  void follow_links() {
    following_ = true;
    if (!excluded_.empty()) entered_identities_.insert(disk::working_folder().folder_identity(excluded_));
    for (const std::string& folder : entered_)
      entered_identities_.insert(disk::working_folder().folder_identity(folder));
    while (!links_.empty()) {
      std::vector<File> links = std::exchange(links_, {});
      sort_by_path(links, path_of_file);
      for (File& link : links) follow(std::move(link));
    }
  }

  void follow(File link) {
    if (leads_back(link.path, disk::working_folder().folder_identity(link.path))) {
      found_.unreadable.push_back({std::move(link), "the link leads back to a folder that holds it"});
    } else {
      enter_tree(std::move(link), "");
    }
  }

  std::string excluded_;
  Found found_;
  std::vector<File> links_;
  std::vector<std::string> entered_;
  std::unordered_set<std::string> entered_identities_;
  bool following_ = false;
};

}  // namespace

base::Result<Found> find_articles(const std::vector<std::string>& roots, const std::string& excluded) {
  Finder finder(excluded);
  for (const std::string& root : roots) {
    base::Status status = finder.add_root(root);
    if (!status) return std::move(status).error();
  }
  return std::move(finder).finish();
}

}  // namespace errpress::corpus
