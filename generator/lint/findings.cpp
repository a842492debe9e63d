#include "lint/findings.h"

#include <fmt/format.h>

#include <optional>

#include "lint/rule.h"

namespace errpress::lint {

void Findings::begin_rule(const Rule& rule, Severity severity) {
  end_rule();
  rule_ = &rule;
  severity_ = severity;
}

Diagnostic* Findings::keep(DisputedPlace location, std::vector<DisputedPlace> disputed) {
  Tally& tally = tallies_[location.file];
  if (++tally.count > kMost) {
    if (!rule_->disputes) return nullptr;
    std::vector<DisputedPlace>& unlisted = diagnostics_[tally.last].unlisted;
    unlisted.push_back(location);
    unlisted.insert(unlisted.end(), disputed.begin(), disputed.end());
    return nullptr;
  }
  tally.last = diagnostics_.size();
  Diagnostic& diagnostic = diagnostics_.emplace_back();
  diagnostic.rule = rule_->id;
  diagnostic.severity = severity_;
  diagnostic.blocks_output = rule_->blocks_output == Blocks::always;
  diagnostic.location = {location.file, location.span};
  diagnostic.in_prose = location.in_prose;
  diagnostic.disputed = std::move(disputed);
  return &diagnostic;
}

void Findings::end_rule() {
  if (tallies_.empty()) return;  // most rules find nothing, and clearing an empty map takes time for its buckets
  for (const auto& [file, tally] : tallies_) {
    if (tally.count <= kMost) continue;
    const std::size_t more = tally.count - kMost;
    diagnostics_[tally.last].notes.push_back(
        {fmt::format("{} more like it in this file {} not listed", more, more == 1 ? "is" : "are"), std::nullopt});
  }
  tallies_.clear();
}

std::vector<Diagnostic> Findings::take() {
  end_rule();
  return std::exchange(diagnostics_, {});
}

}  // namespace errpress::lint
