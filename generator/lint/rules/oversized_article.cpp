#include <fmt/format.h>

#include "lint/rules.h"

namespace errpress::lint {

namespace {

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

void check(const ArticleInput& input, Findings& findings) {
  if (input.source.size() <= kMebibyte) return;
  findings.add({input.file, input.article.title.span}, [&](Diagnostic& finding) {
    finding.message = fmt::format("the article has {:.1f} MiB of text, more than 1 MiB",
                                  static_cast<double>(input.source.size()) / static_cast<double>(kMebibyte));
    finding.help = "is this file an article? others have a few KiB";
  });
}

}  // namespace

const Rule kOversizedArticle = {
    .id = "oversized-article",
    .summary = "an article of more than 1 MiB",
    .explanation = R"(This rule finds files with more than 1 MiB of text. Articles usually have a few KiB.

Such a file is processed like any other, but it is probably not an article: more likely it is a log, a dump, or many
articles joined into one file, of which only the first would be found by its title.

Split the file, or give it another ending than .txt.)",
    .example = "A log of 40 MiB that was saved as ERROR_FILE_NOT_FOUND.txt",
    .severity = Severity::warning,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
