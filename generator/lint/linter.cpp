#include "lint/linter.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/words.h"
#include "lint/claims.h"
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

// Finds the first rule in the order of causes that applies to each claim. Claims of one article that repeat one mistake
// are one finding, at the claim of the best grade.
class ClaimLinter {
 public:
  ClaimLinter(const CorpusInput& input, const corpus::ArticleSummary& summary, const LintConfig& config)
      : input_(input), summary_(summary), config_(config), earlier_(summary) {}

  std::vector<Diagnostic> run() {
    for (std::uint32_t number = 0; number < summary_.claims.size(); ++number) check(number);
    if (found_.empty()) return {};
    if (found_.size() > 1) fold_into_title();
    Findings findings;
    for (const std::uint8_t rule : claim_rules()) add_findings_of(rule, findings);
    return findings.take();
  }

 private:
  // Small, because an article may have a million.
  struct Found {
    std::uint32_t claim = 0;
    Judgement judgement;
    std::uint8_t rule = 0;
    bool folded = false;  // into the title's, which is the first
  };

  const corpus::Claim& claim_of(const Found& found) const { return summary_.claims[found.claim]; }

  JudgedClaim judged(std::uint32_t number, const Judgement& judgement) const {
    const Conflict* conflict = input_.conflicts.find({summary_.file, number});
    return {input_, summary_, summary_.claims[number], judgement, conflict, earlier_};
  }
  JudgedClaim judged(const Found& found) const { return judged(found.claim, found.judgement); }

  // Whether the claim is right as far as registries know, and counted by a conflict that another claim reports.
  bool is_counted_elsewhere(const JudgedClaim& claim) const {
    if (claim.conflict == nullptr || claim.conflict->reported) return false;
    const Rule& rule = claim.conflict->kind == ConflictKind::name ? kConflictingName : kConflictingCode;
    const Verdict verdict = claim.judgement.verdict;
    return (verdict == Verdict::right || verdict == Verdict::wrapped) && config_.severity(rule) != Severity::off;
  }

  void check(std::uint32_t number) {
    const JudgedClaim claim = judged(number, judge(input_, summary_, summary_.claims[number]));
    if (is_counted_elsewhere(claim)) return;
    const auto table = rules();
    for (const std::uint8_t rule : claim_rules()) {
      if (config_.severity_at(rule) == Severity::off || !table[rule]->applies(claim)) continue;
      found_.push_back({.claim = number, .judgement = claim.judgement, .rule = rule});
      return;
    }
  }

  // Claims with one key repeat one mistake: the same name is unknown, or is given the same wrong numbers.
  using Key = std::tuple<Verdict, std::string_view, std::uint32_t, std::uint32_t>;
  std::optional<Key> key_of(const Found& found) const {
    const corpus::Claim& claim = claim_of(found);
    if (claim.name_size == 0) return std::nullopt;
    const std::string_view name = summary_.name_of(claim);
    const Rule* rule = rules()[found.rule];
    if (rule == &kUnknownName) return Key{Verdict::unknown_name, name, 0, 0};
    const StatedNumbers wrong = stated_numbers(wrong_part(claim, found.judgement));
    if (wrong.count > 0 && (rule == &kWrongCode || rule == &kTakenCode || rule == &kProseCode)) {
      return Key{Verdict::wrong_code, name, wrong.values[0], wrong.values[wrong.count - 1U]};
    }
    if (claim.code.mismatched() && (rule == &kHexMismatch || rule == &kProseCode)) {
      return Key{Verdict::mismatch, name, claim.code.decimal.value, claim.code.hex.value};
    }
    return std::nullopt;
  }

  // A wrong title is one mistake, however often the article repeats it.
  void fold_into_title() {
    Found& title = found_.front();
    const std::optional<Key> key = key_of(title);
    if (claim_of(title).origin != corpus::Origin::title || !key) return;
    for (Found& other : std::span(found_).subspan(1)) {
      if (key_of(other) != key) continue;
      other.folded = true;
      repeated_.push_back(other);
    }
  }

  void add_findings_of(std::uint8_t rule, Findings& findings) {
    bool begun = false;
    for (const Found& found : found_) {
      if (found.rule != rule || found.folded) continue;
      if (!begun) findings.begin_rule(*rules()[rule], config_.severity_at(rule));
      begun = true;
      add(found, findings);
    }
  }

  void add(const Found& found, Findings& findings) const {
    const Rule& rule = *rules()[found.rule];
    const JudgedClaim claim = judged(found);
    std::vector<DisputedPlace> disputed;
    const std::span<const Found> repeated =
        &found == &found_.front() ? std::span<const Found>(repeated_) : std::span<const Found>();
    for (const Found& other : repeated) disputed.push_back({rule.place(judged(other)), is_in_prose(claim_of(other))});
    if (rule.dispute != nullptr) rule.dispute(claim, disputed);
    findings.add({rule.place(claim), is_in_prose(claim.claim)}, std::move(disputed), [&](Diagnostic& finding) {
      rule.word(claim, finding);
      if (rule.blocks_output == Blocks::in_title && claim.is_title()) finding.blocks_output = blocks(rule, claim);
      if (const std::size_t count = repeated.size(); count > 0) {
        finding.notes.push_back(
            {fmt::format("the same in {} of this article", base::counted(count, "more place", "more places")),
             std::nullopt});
      }
    });
  }

  // A title whose two numbers differ has no code. Another wrong title blocks output only if the code is also that of
  // another title of the family, because it cannot be rendered twice.
  bool blocks(const Rule& rule, const JudgedClaim& claim) const {
    if (&rule == &kUnknownName) return true;
    const auto code = claim.claim.code.value();
    if (!code) return true;
    const auto claims = input_.index.claims_of_code(*code);
    return std::any_of(claims.begin(), claims.end(), [&](corpus::ClaimId id) {
      return input_.index.claim(id).origin == corpus::Origin::title &&
             input_.index.summary(id).family == claim.summary.family &&
             !same_error(input_, input_.index.name(id), claim.name(), *code);
    });
  }

  const CorpusInput& input_;
  const corpus::ArticleSummary& summary_;
  const LintConfig& config_;
  EarlierEntries earlier_;
  std::vector<Found> found_;
  std::vector<Found> repeated_;  // claims that are folded into the title's
};

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
  return ClaimLinter(input, summary, config).run();
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

// Sorts numbers instead of findings, which are large.
void sort(std::vector<Diagnostic>& diagnostics) {
  std::vector<std::uint32_t> order(diagnostics.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return diagnostics[a] < diagnostics[b]; });
  std::vector<Diagnostic> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t number : order) sorted.push_back(std::move(diagnostics[number]));
  diagnostics = std::move(sorted);
}

}  // namespace errpress::lint
