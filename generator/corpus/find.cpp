#include "corpus/find.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/name.h"
#include "disk/files.h"
#include "disk/path.h"

namespace errpress::corpus {

namespace fs = std::filesystem;

namespace {

// The path with all links resolved as far as it exists, so that different paths to the same folder compare equal.
std::string real_path(const std::string& path) {
  std::error_code problem;
  const fs::path real = fs::weakly_canonical(path, problem);
  return disk::short_path(problem ? path : real.generic_string());
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

// A folder to search: its path, its path below the root, and the index of the root.
struct Folder {
  File file;
  std::size_t root = 0;
};

// Whether a link to a folder leads to one of its own ancestors, so that following it would never end: the folders from
// `root` down to the link, by the path taken, and the ancestors of the root.
bool leads_back(const Folder& link, const std::string& root, const std::string& identity) {
  std::error_code problem;
  for (fs::path below = fs::path(link.file.relative).parent_path(); !below.empty(); below = below.parent_path()) {
    if (disk::working_folder().folder_identity(join(root, below.generic_string())) == identity) return true;
  }
  for (fs::path folder = fs::canonical(root, problem); !problem; folder = folder.parent_path()) {
    if (disk::working_folder().folder_identity(folder.string()) == identity) return true;
    if (!folder.has_relative_path()) return false;
  }
  return false;
}

// Sorts items by path and removes duplicate paths, keeping the first. Sorts indices instead of items because they are
// faster to move.
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
const std::string& path_of_folder(const Folder& folder) { return folder.file.path; }

struct Root {
  std::string path;
  bool has_articles = false;  // or something named like one that is not readable
  PassedOver passed_over;
};

// First searches folders without following links, then the folders that links lead to, unless they were searched
// before. So an article gets its own path rather than that of a link, each folder is searched once however links are
// arranged, and only a corpus with links pays for identifying folders.
class Finder {
 public:
  Finder(const std::string& excluded, const std::vector<std::string>& endings)
      : excluded_(excluded.empty() ? "" : real_path(excluded)), endings_(endings) {}

  base::Status add_root(const std::string& root) {
    const std::string path = disk::short_path(root);
    const std::string name = fs::path(path).filename().generic_string();
    if (disk::is_folder(path)) {
      roots_.push_back({path, false, {}});
      search_tree({{path, ""}, roots_.size() - 1}, excluded_below(path));
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
    for (Root& root : roots_) {
      if (!root.has_articles) {
        root.passed_over.set_endings(endings_);
        found_.empty_roots.push_back({std::move(root.path), std::move(root.passed_over)});
      }
    }
    return std::move(found_);
  }

 private:
  // The path of the excluded folder, written as a path below `root`; empty if it is not below `root`.
  std::string excluded_below(const std::string& root) const {
    if (excluded_.empty()) return {};
    const std::string real_root = real_path(root);
    const std::string start = real_root.back() == '/' ? real_root : real_root + '/';
    return excluded_.starts_with(start) ? join(root, excluded_.substr(start.size())) : "";
  }

  void search_tree(Folder top, const std::string& excluded) {
    std::vector<Folder> pending;
    pending.push_back(std::move(top));
    while (!pending.empty()) {
      const Folder folder = std::move(pending.back());
      pending.pop_back();
      if (folder.file.path == excluded) continue;
      if (mark_searched(folder)) {
        list(folder, pending);
      } else {
        roots_[folder.root].has_articles = true;  // its contents have been found already
      }
    }
  }

  // Records that a folder is searched. Returns false if it was searched before, which is checked only while links are
  // followed.
  bool mark_searched(const Folder& folder) {
    if (following_links_) {
      const std::string identity = identity_of(folder.file);
      return !identity.empty() && searched_identities_.insert(identity).second;
    }
    searched_.push_back(folder.file.path);
    return true;
  }

  // The identity of an existing folder. If it cannot be determined, records the folder as unreadable and returns an
  // empty string.
  std::string identity_of(const File& folder) {
    std::string identity = disk::working_folder().folder_identity(folder.path);
    if (identity.empty()) found_.unreadable.push_back({folder, "cannot be distinguished from other folders"});
    return identity;
  }

  void list(const Folder& folder, std::vector<Folder>& pending) {
    base::Result<std::vector<disk::Entry>> entries = disk::list_folder(folder.file.path);
    if (!entries) {
      const std::string name = fs::path(folder.file.path).filename().generic_string();
      const std::string& relative = folder.file.relative.empty() ? name : folder.file.relative;
      add_unreadable({{folder.file.path, relative}, entries.error().message}, folder.root);
      return;
    }
    for (const disk::Entry& entry : *entries) {
      if (entry.name.starts_with('.')) {
        roots_[folder.root].passed_over.add_hidden();
      } else {
        add_entry(entry, folder, pending);
      }
    }
  }

  void add_entry(const disk::Entry& entry, const Folder& folder, std::vector<Folder>& pending) {
    const bool is_article = is_article_name(entry.name);
    const bool may_be_folder = entry.kind == disk::Kind::folder || entry.kind == disk::Kind::link;
    if (!is_article && !may_be_folder) return roots_[folder.root].passed_over.add_file(entry.name);
    File file{join(folder.file.path, entry.name), join(folder.file.relative, entry.name)};
    switch (entry.kind) {
      case disk::Kind::file:
        add_article(std::move(file), folder.root);
        return;
      case disk::Kind::folder:
        if (is_article) add_unreadable({file, "is a folder, not an article"}, folder.root);
        (entry.is_link ? links_ : pending).push_back({std::move(file), folder.root});
        return;
      default:
        add_other(std::move(file), folder.root);
        return;
    }
  }

  void add_other(File file, std::size_t root) {
    const base::Result<disk::FileStamp> stamp = disk::stamp_file(file.path);
    if (stamp) {
      add_article(std::move(file), root);  // it has become a file since the folder was listed
    } else {
      add_unreadable({std::move(file), stamp.error().message}, root);
    }
  }

  void add_article(File file, std::size_t root) {
    found_.articles.push_back(std::move(file));
    roots_[root].has_articles = true;
  }

  void add_unreadable(Unreadable unreadable, std::size_t root) {
    found_.unreadable.push_back(std::move(unreadable));
    roots_[root].has_articles = true;
  }

  // The folders that links lead to can contain further links: each round follows those found in the one before.
  void follow_links() {
    following_links_ = true;
    if (!excluded_.empty()) searched_identities_.insert(disk::working_folder().folder_identity(excluded_));
    for (const std::string& folder : searched_) searched_identities_.insert(identity_of({folder, folder}));
    while (!links_.empty()) {
      std::vector<Folder> links = std::exchange(links_, {});
      sort_by_path(links, path_of_folder);
      for (Folder& link : links) follow(std::move(link));
    }
  }

  void follow(Folder link) {
    const std::string identity = identity_of(link.file);
    if (identity.empty()) return;
    if (leads_back(link, roots_[link.root].path, identity)) {
      const std::size_t root = link.root;
      add_unreadable({std::move(link.file), "the link leads back to a folder that holds it"}, root);
    } else {
      search_tree(std::move(link), "");
    }
  }

  bool is_article_name(std::string_view name) const {
    return std::any_of(endings_.begin(), endings_.end(), [&](std::string_view ending) {
      return name.size() >= ending.size() &&
             base::equal_ignoring_case(name.substr(name.size() - ending.size()), ending);
    });
  }

  std::string excluded_;
  const std::vector<std::string>& endings_;
  Found found_;
  std::vector<Root> roots_;  // only roots that are folders
  std::vector<Folder> links_;
  std::vector<std::string> searched_;
  std::unordered_set<std::string> searched_identities_;
  bool following_links_ = false;
};

}  // namespace

base::Result<Found> find_articles(const std::vector<std::string>& roots, const std::string& excluded,
                                  const std::vector<std::string>& endings) {
  Finder finder(excluded, endings);
  for (const std::string& root : roots) {
    base::Status status = finder.add_root(root);
    if (!status) return std::move(status).error();
  }
  return std::move(finder).finish();
}

base::Error no_articles(const EmptyRoot& root) {
  return {"holds no articles: " + root.passed_over.describe() + "; --allow-empty accepts such a folder", root.path};
}

}  // namespace errpress::corpus
