#include "output/input_files.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace errpress::output {
namespace {

bool before(const disk::FileStamp& a, const disk::FileStamp& b) {
  return std::tie(a.inode, a.size, a.modified, a.changed) < std::tie(b.inode, b.size, b.modified, b.changed);
}

}  // namespace

InputFiles::InputFiles(std::vector<disk::FileStamp> stamps) : stamps_(std::move(stamps)) {
  std::sort(stamps_.begin(), stamps_.end(), before);
}

bool InputFiles::contains(const disk::FileStamp& stamp) const {
  return std::binary_search(stamps_.begin(), stamps_.end(), stamp, before);
}

}  // namespace errpress::output
