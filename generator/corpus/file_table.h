// The files that locations can name: articles and registries, numbered in the order they were added.
// Const use is thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_summary.h"

namespace errpress::corpus {

// `path` opens the file from the working directory and is what reports show; `relative` is the path below the corpus
// folder, with '/' between its parts (for a registry: its file name), so it is the same wherever the tool runs.
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
