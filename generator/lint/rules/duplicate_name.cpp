#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/name.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

corpus::Location title_name(const corpus::ArticleSummary& summary) {
  return {summary.file, summary.claims.front().name_span};
}

void report_same(const corpus::ArticleSummary& summary, const corpus::ArticleSummary& first, Findings& findings) {
  findings.add(title_name(summary), [&](Diagnostic& finding) {
    finding.message = fmt::format("two articles document {}", summary.name());
    finding.label = "the second article of this name";
    finding.notes.push_back({fmt::format("the first article of {} is here", summary.name()), title_name(first), true});
    finding.help = "merge the two articles, or correct the name of one";
  });
}

void report_case(const corpus::ArticleSummary& summary, const corpus::ArticleSummary& first, Findings& findings) {
  findings.add(title_name(summary), [&](Diagnostic& finding) {
    finding.message = fmt::format("{} and {} differ in letter case only: they would be one file on some disks",
                                  summary.name(), first.name());
    finding.label = "the second article of this name";
    finding.notes.push_back({fmt::format("{} is documented here", first.name()), title_name(first), true});
    finding.help = "write the name as its owner writes it";
  });
}

// Titles that contain lower-case letters, because only they can differ from another title in case alone: maps their
// names in upper case to the first article with that name in any case.
using FirstOfName = std::unordered_map<std::string, std::uint32_t>;

FirstOfName first_of_mixed_names(const corpus::CorpusIndex& index) {
  FirstOfName first;
  for (std::uint32_t article = 0; article < index.articles().size(); ++article) {
    const std::string_view name = index.articles()[article].name();
    if (std::none_of(name.begin(), name.end(), base::is_lower)) continue;
    const auto [entry, is_new] = first.emplace(capitals(name), article);
    const auto capitals = index.articles_named(entry->first);
    if (is_new && !capitals.empty()) entry->second = std::min(article, capitals.front());
  }
  return first;
}

void check(const CorpusInput& input, Findings& findings) {
  const auto articles = input.index.articles();
  const FirstOfName mixed = first_of_mixed_names(input.index);
  for (std::uint32_t article = 0; article < articles.size(); ++article) {
    const corpus::ArticleSummary& summary = articles[article];
    if (!summary.has_title) continue;
    const std::uint32_t first = input.index.articles_named(summary.name()).front();
    if (first != article) {
      report_same(summary, articles[first], findings);
      continue;
    }
    if (mixed.empty()) continue;
    const auto other = mixed.find(capitals(summary.name()));
    if (other != mixed.end() && other->second != article) report_case(summary, articles[other->second], findings);
  }
}

}  // namespace

const Rule kDuplicateName = {
    .id = "duplicate-name",
    .summary = "two articles document one name",
    .explanation =
        R"(Each error has one article. This rule finds a second title with the same name, and a title whose name differs
from another only in letter case.

The name of an article becomes a file name, a page name and an enumerator, so two articles with the same name would
overwrite each other; names that differ only in case do so on the usual file systems of macOS and Windows. `build`
writes nothing until this finding is resolved.

Merge the articles, or correct the name of the one that is about another error.)",
    .example = R"(first.txt:   ERROR_FILE_NOT_FOUND - 2 (0x2)
second.txt:  ERROR_FILE_NOT_FOUND - 3 (0x3))",
    .severity = Severity::error,
    .needs = Needs::corpus,
    .blocks_output = Blocks::always,
    .check_corpus = check,
};

}  // namespace errpress::lint
