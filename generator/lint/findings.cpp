#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lint/rule.h"

namespace errpress::lint {

Diagnostic* Findings::add(corpus::Location location) {
  keep_places();
  Tally& tally = tallies_[location.file];
  if (++tally.count > kMost) {
    if (!rule_->disputes) return nullptr;
    spare_ = {};
    spare_.location = location;
    spare_owner_ = tally.last;
    return &spare_;
  }
  tally.last = diagnostics_.size();
  Diagnostic& diagnostic = diagnostics_.emplace_back();
  diagnostic.rule = rule_->id;
  diagnostic.severity = severity_;
  diagnostic.blocks_output = rule_->blocks_output == Blocks::always;
  diagnostic.location = location;
  return &diagnostic;
}

void Findings::begin_rule(const Rule& rule, Severity severity) {
  end_rule();
  rule_ = &rule;
  severity_ = severity;
}

void Findings::keep_places() {
  if (!spare_owner_) return;
  std::vector<corpus::Location>& places = diagnostics_[*spare_owner_].unlisted;
  places.push_back(spare_.location);
  places.insert(places.end(), spare_.disputed.begin(), spare_.disputed.end());
  spare_owner_.reset();
}

void Findings::end_rule() {
  keep_places();
  if (tallies_.empty()) return;
  for (const auto& [file, tally] : tallies_) {
    if (tally.count <= kMost) continue;
    diagnostics_[tally.last].notes.push_back({fmt::format("{} more like it in this file {} not listed",
                                                          tally.count - kMost, tally.count - kMost == 1 ? "is" : "are"),
                                              std::nullopt});
  }
  tallies_.clear();
}

std::vector<Diagnostic> Findings::take() {
  end_rule();
  return std::exchange(diagnostics_, {});
}

bool Aliases::are_aliases(std::string_view a, std::string_view b) const {
  return std::any_of(sets_.begin(), sets_.end(), [&](const std::vector<std::string>& set) {
    return std::find(set.begin(), set.end(), a) != set.end() && std::find(set.begin(), set.end(), b) != set.end();
  });
}

}  // namespace errpress::lint
