// The files that a Location can refer to: articles and registries, numbered in the order in which they were added.
// Const use is thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_summary.h"

namespace errpress::corpus {

// `path` is relative to the working directory (or absolute) and is what reports show. `relative` is the path below the
// corpus folder, with '/' as the separator (for a registry: its file name), so it does not depend on where the program
// runs.
struct File {
  std::string path;
  std::string relative;
};

class FileTable {
 public:
  FileId add(File file) {
    files_.push_back(std::move(file));
    return static_cast<FileId>(files_.size() - 1);
  }
  const File& operator[](FileId id) const { return files_[id]; }
  std::size_t size() const { return files_.size(); }

 private:
  std::vector<File> files_;
};

}  // namespace errpress::corpus
