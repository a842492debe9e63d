#include "corpus/passed_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace errpress::corpus {

namespace {

constexpr std::size_t kMostEndings = 4;

std::string_view ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

}  // namespace

void PassedOver::add_file(std::string_view name) {
  ++files_;
  const std::string_view ending = ending_of(name);
  const auto known = endings_.find(ending);
  if (known != endings_.end()) {
    ++known->second;
  } else {
    endings_.emplace(ending, 1);
  }
}

void PassedOver::set_endings(const std::vector<std::string>& endings) {
  article_endings_.clear();
  for (const std::string& ending : endings) article_endings_ += (article_endings_.empty() ? "" : " or ") + ending;
}

std::string PassedOver::describe() const {
  std::vector<std::pair<std::string, std::size_t>> endings(endings_.begin(), endings_.end());
  std::stable_sort(endings.begin(), endings.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  if (files_ != 0) {
    std::string listed;
    for (std::size_t i = 0; i < std::min(endings.size(), kMostEndings); ++i) {
      const auto& [ending, count] = endings[i];
      listed += fmt::format("{}{} {}", i == 0 ? "" : ", ", count, ending.empty() ? "without an ending" : ending);
    }
    if (endings.size() > kMostEndings) listed += ", ...";
    text = fmt::format("{} not end in {} ({})", files_ == 1 ? "1 file does" : fmt::format("{} files do", files_),
                       article_endings_, listed);
  }
  if (hidden_ != 0) {
    text += fmt::format("{}{} with a dot", text.empty() ? "" : ", ",
                        hidden_ == 1 ? "1 name begins" : fmt::format("{} names begin", hidden_));
  }
  return text.empty() ? "it holds no files" : text;
}

}  // namespace errpress::corpus
