#include "lint/linter.h"

#include <algorithm>

#include <fmt/format.h>

#include "lint/rules.h"

namespace errpress::lint {

namespace {

// Runs the rules whose member `check` is set.
template <typename Check, typename Run>
std::vector<Diagnostic> run_rules(const LintConfig& config, Check Rule::*check, Run run) {
  Findings findings;
  const auto table = rules();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Rule& rule = *table[i];
    const Severity severity = config.severity_at(i);
    if (rule.*check == nullptr || severity == Severity::off) continue;
    findings.begin_rule(rule, severity);
    run(rule.*check, findings);
  }
  return findings.take();
}

}  // namespace

LintConfig::LintConfig() {
  for (const Rule* rule : rules()) severities_.push_back(rule->severity);
}

bool LintConfig::set_severity(std::string_view id, Severity severity) {
  const auto table = rules();
  const auto found = std::find_if(table.begin(), table.end(), [&](const Rule* rule) { return rule->id == id; });
  if (found == table.end()) return false;
  severities_[static_cast<std::size_t>(found - table.begin())] = severity;
  return true;
}

Severity LintConfig::severity(const Rule& rule) const {
  const auto table = rules();
  const auto found = std::find(table.begin(), table.end(), &rule);
  return found == table.end() ? rule.severity : severity_at(static_cast<std::size_t>(found - table.begin()));
}

std::vector<Diagnostic> lint_article(const ArticleInput& input, const LintConfig& config) {
  return run_rules(config, &Rule::check_article, [&](auto check, Findings& findings) { check(input, findings); });
}

std::vector<Diagnostic> lint_claims(const CorpusInput& input, const corpus::ArticleSummary& summary,
                                    const LintConfig& config) {
  return run_rules(config, &Rule::check_claims,
                   [&](auto check, Findings& findings) { check(input, summary, findings); });
}

std::vector<Diagnostic> lint_corpus(const CorpusInput& input, const LintConfig& config) {
  return run_rules(config, &Rule::check_corpus, [&](auto check, Findings& findings) { check(input, findings); });
}

std::optional<Diagnostic> unreadable_file(corpus::FileId file, std::string_view reason, const LintConfig& config) {
  const Severity severity = config.severity(kUnreadableFile);
  if (severity == Severity::off) return std::nullopt;
  Diagnostic finding;
  finding.rule = kUnreadableFile.id;
  finding.severity = severity;
  finding.blocks_output = true;
  finding.location.file = file;
  finding.message = fmt::format("cannot be read as an article: {}", reason);
  return finding;
}

void sort(std::vector<Diagnostic>& diagnostics) { std::stable_sort(diagnostics.begin(), diagnostics.end()); }

}  // namespace errpress::lint
