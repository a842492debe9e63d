#include "commands/left_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/printable.h"

namespace errpress::commands {

namespace {

constexpr std::size_t kMostNamed = 10;

struct LeftOut {
  corpus::FileId file;
  std::string_view reason;
};

std::vector<LeftOut> unreadable_articles(const driver::Analysis& analysis) {
  std::vector<LeftOut> articles;
  for (const driver::UnreadableArticle& article : analysis.unreadable)
    articles.push_back({article.file, article.reason});
  return articles;
}

// An article that cannot be read has no title either, but that is not why it is left out.
std::vector<LeftOut> untitled_articles(const driver::Analysis& analysis) {
  std::vector<LeftOut> articles;
  auto unreadable = analysis.unreadable.begin();
  for (const corpus::ArticleSummary& article : analysis.index.articles()) {
    if (unreadable != analysis.unreadable.end() && unreadable->file == article.file) {
      ++unreadable;
    } else if (!article.has_title) {
      articles.push_back({article.file, "its first line is not NAME - DECIMAL (0xHEX)"});
    }
  }
  return articles;
}

std::string text_of(const std::vector<LeftOut>& articles, std::string_view reason, const driver::Sources& sources) {
  if (articles.empty()) return {};
  std::string text;
  for (std::size_t i = 0; i < std::min(articles.size(), kMostNamed); ++i) {
    const std::string& path = sources.files[articles[i].file].path;
    text += base::printable(fmt::format("errpress: {}: {}", path, articles[i].reason)) + '\n';
  }
  const std::string count = articles.size() == 1 ? "1 article is" : fmt::format("{} articles are", articles.size());
  return text + fmt::format("errpress: {} left out: {}\n", count, reason);
}

}  // namespace

std::string left_out_text(const driver::Analysis& analysis, const driver::Sources& sources) {
  return text_of(unreadable_articles(analysis), "cannot be read", sources) +
         text_of(untitled_articles(analysis), "no title of the form NAME - DECIMAL (0xHEX)", sources);
}

}  // namespace errpress::commands
