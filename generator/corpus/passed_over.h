// What a search for articles skipped in a folder, so that an error can say why it found none. A value type.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace errpress::corpus {

class PassedOver {
 public:
  void add_file(std::string_view name);
  void add_hidden() { ++hidden_; }
  // The endings of articles; ".txt" otherwise.
  void set_endings(const std::vector<std::string>& endings);

  // Describes the skipped files: "12 files do not end in .txt (9 .rst, 3 .md), 1 name begins with a dot". The most
  // frequent endings come first; only the first few are listed. Does not depend on the order in which names were added.
  std::string describe() const;

 private:
  std::string article_endings_ = ".txt";
  std::size_t files_ = 0;
  std::size_t hidden_ = 0;                                   // names of files and folders that begin with a dot
  std::map<std::string, std::size_t, std::less<>> endings_;  // ".md" -> count; "" for names without an ending
};

}  // namespace errpress::corpus
