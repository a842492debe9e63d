// Runs the rules: over each article while its text is in memory, then over each article's summary, then over the
// corpus. All functions are const and re-entrant: callers run articles in parallel and join what each call returns.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/rule.h"

namespace errpress::lint {

// Which rules run, and how severe their findings are. Const use is thread-safe.
class LintConfig {
 public:
  // Every rule as the table has it.
  LintConfig();

  // False where no rule has that id.
  bool set_severity(std::string_view rule, Severity severity);
  Severity severity(const Rule& rule) const;
  // The same, by the rule's place in rules().
  Severity severity_at(std::size_t index) const { return severities_[index]; }

 private:
  std::vector<Severity> severities_;  // in the order of rules()
};

// What one article's text shows by itself.
std::vector<Diagnostic> lint_article(const ArticleInput& input, const LintConfig& config);

// What one article claims, against the corpus and the registry. `summary` is one of input.index.articles().
std::vector<Diagnostic> lint_claims(const CorpusInput& input, const corpus::ArticleSummary& summary,
                                    const LintConfig& config);

// What only the whole corpus shows. Call it once.
std::vector<Diagnostic> lint_corpus(const CorpusInput& input, const LintConfig& config);

// An article that is no file, or cannot be read: `reason` as the system or the reader words it. Nothing where the rule
// unreadable-file is off.
std::optional<Diagnostic> unreadable_file(corpus::FileId file, std::string_view reason, const LintConfig& config);

// Brings findings into the order of every report.
void sort(std::vector<Diagnostic>& diagnostics);

}  // namespace errpress::lint
