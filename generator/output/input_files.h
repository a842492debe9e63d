// The files that a run reads. None of them is ever replaced or removed, whatever the manifest says about it: the output
// folder may contain the corpus. Const use is thread-safe.
#pragma once

#include <vector>

#include "disk/disk.h"

namespace errpress::output {

class InputFiles {
 public:
  // The stamps of the files, of the targets of links. Stamps and not paths, because links and `..` give one file many
  // paths. Two files with equal stamps are possible only on a disk without inode numbers, where the second one is
  // spared as well.
  explicit InputFiles(std::vector<disk::FileStamp> stamps);

  bool contains(const disk::FileStamp& stamp) const;

 private:
  std::vector<disk::FileStamp> stamps_;  // sorted
};

}  // namespace errpress::output
