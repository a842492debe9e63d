// One input that stands for several files: each begins at a line "-- NAME --"; what comes before the first such line is
// the file "". Header only, no state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace errpress::fuzz {

struct InputFile {
  std::string name;
  std::string text;
};

inline std::vector<InputFile> split_files(std::string_view input) {
  std::vector<InputFile> files = {{}};
  while (!input.empty()) {
    const std::size_t end = input.find('\n');
    const std::string_view line = input.substr(0, end);
    const std::string_view with_end = input.substr(0, end == std::string_view::npos ? end : end + 1);
    if (line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --")) {
      files.push_back({std::string(line.substr(3, line.size() - 6)), {}});
    } else {
      files.back().text += with_end;
    }
    input.remove_prefix(with_end.size());
  }
  return files;
}

}  // namespace errpress::fuzz
