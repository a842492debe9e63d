#include "lint/diagnostic.h"

#include <array>
#include <tuple>

#include "lint/words.h"

namespace errpress::lint {

namespace {

constexpr std::array<std::string_view, 4> kWords = {"off", "info", "warning", "error"};

}  // namespace

std::string_view to_string(Severity severity) { return kWords[static_cast<std::size_t>(severity)]; }

std::optional<Severity> parse_severity(std::string_view word) {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i] == word) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

std::string failing_severities() {
  std::vector<std::string> words(kWords.rbegin(), kWords.rend());
  words.pop_back();  // off
  return listed(words, "or");
}

bool operator<(const Diagnostic& a, const Diagnostic& b) {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.location.file, d.location.span.begin, d.location.span.end, d.rule, d.message);
  };
  return key(a) < key(b);
}

std::size_t Counts::at_or_above(Severity severity) const {
  switch (severity) {
    case Severity::error:
      return errors;
    case Severity::warning:
      return errors + warnings;
    case Severity::info:
      return errors + warnings + infos;
    case Severity::off:
      return 0;
  }
  return 0;
}

Counts count(const std::vector<Diagnostic>& diagnostics) {
  Counts counts;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error) ++counts.errors;
    if (diagnostic.severity == Severity::warning) ++counts.warnings;
    if (diagnostic.severity == Severity::info) ++counts.infos;
    if (diagnostic.blocks_output) ++counts.blocking;
  }
  return counts;
}

}  // namespace errpress::lint
