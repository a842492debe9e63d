// Runs the rules: on each article while its text is in memory, then on the summary of each article, then on the corpus.
// All functions are re-entrant: callers process articles in parallel and merge the results.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/rule.h"

namespace errpress::lint {

// Which rules run, and the severities of their findings. Const use is thread-safe.
class LintConfig {
 public:
  // All rules with their default severities.
  LintConfig();

  // Returns false if there is no rule with that id.
  bool set_severity(std::string_view rule, Severity severity);
  Severity severity(const Rule& rule) const;
  // The severity of the rule at `index` in rules().
  Severity severity_at(std::size_t index) const { return severities_[index]; }

 private:
  std::vector<Severity> severities_;  // in the order of rules()
};

// Findings that need only the text of one article.
std::vector<Diagnostic> lint_article(const ArticleInput& input, const LintConfig& config);

// Findings about the claims of one article, compared with the corpus and the registry. `summary` is an element of
// input.index.articles().
std::vector<Diagnostic> lint_claims(const CorpusInput& input, const corpus::ArticleSummary& summary,
                                    const LintConfig& config);

// Findings that need the whole corpus. Call it once.
std::vector<Diagnostic> lint_corpus(const CorpusInput& input, const LintConfig& config);

// The finding for an article that is not a regular file or cannot be read; `reason` is the message of the system or the
// reader. Returns nullopt if the rule unreadable-file is off.
std::optional<Diagnostic> unreadable_file(corpus::FileId file, std::string_view reason, const LintConfig& config);

// Sorts findings into the order of reports.
void sort(std::vector<Diagnostic>& diagnostics);

}  // namespace errpress::lint
