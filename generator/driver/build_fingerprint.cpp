#include "driver/build_fingerprint.h"

#include <string>
#include <vector>

#include "base/hash.h"
#include "lint/rules.h"

namespace errpress::driver {

namespace {

// Hashes a sequence of values. Each string is hashed by itself and each list begins with its size, so that no two
// sequences are the same bytes.
class Fingerprint {
 public:
  void add(std::uint64_t number) { value_ = base::hash_of(number, value_); }
  void add(std::string_view text) {
    add(text.size());
    value_ = base::hash_of(text, value_);
  }
  void add(const std::vector<std::string>& texts) {
    add(texts.size());
    for (const std::string& text : texts) add(std::string_view(text));
  }
  void add(const std::vector<std::pair<std::string, std::string>>& pairs) {
    add(pairs.size());
    for (const auto& [first, second] : pairs) {
      add(std::string_view(first));
      add(std::string_view(second));
    }
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0;
};

void add_rules(const lint::LintConfig& config, Fingerprint& fingerprint) {
  fingerprint.add(lint::rules().size());
  for (const lint::Rule* rule : lint::rules()) {
    fingerprint.add(rule->id);
    fingerprint.add(static_cast<std::uint64_t>(config.severity(*rule)));
  }
}

}  // namespace

std::uint64_t build_fingerprint(std::string_view version, bool all_targets, const AnalysisInput& analysis,
                                const Sources& sources, std::span<const render::Target> targets) {
  Fingerprint fingerprint;
  fingerprint.add(version);
  fingerprint.add(all_targets ? 1 : 0);
  // A build that allows empty folders succeeds where another one fails.
  fingerprint.add(analysis.allow_empty ? 1 : 0);
  fingerprint.add(sources.fingerprint);
  fingerprint.add(analysis.roots);
  fingerprint.add(analysis.registries.size());
  for (const RegistryChoice& registry : analysis.registries) {
    fingerprint.add(registry.path);
    fingerprint.add(registry.family);
  }
  fingerprint.add(analysis.families.folders);
  fingerprint.add(analysis.families.patterns);
  fingerprint.add(analysis.aliases.sets().size());
  for (const std::vector<std::string>& names : analysis.aliases.sets()) fingerprint.add(names);
  add_rules(analysis.lint, fingerprint);
  fingerprint.add(targets.size());
  for (const render::Target& target : targets) {
    fingerprint.add(target.name());
    fingerprint.add(target.fingerprint());
  }
  return fingerprint.value();
}

}  // namespace errpress::driver
