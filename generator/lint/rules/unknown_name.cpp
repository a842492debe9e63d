#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

constexpr std::size_t kMaxCloseNames = 3;

std::string with_code(const CorpusInput& input, std::string_view name) {
  const std::vector<std::uint32_t> codes = registry_codes(input.registry, name);
  if (!codes.empty()) return fmt::format("{} is {}", name, listed_codes(codes));
  for (const std::uint32_t article : input.index.articles_named(name)) {
    return fmt::format("{} is {}", name, stated(input.index.articles()[article].code(), "or"));
  }
  return std::string(name);
}

void note_close_names(const CorpusInput& input, std::string_view name, Diagnostic& finding) {
  std::vector<std::string> close;
  for (const std::string_view known : input.close_names.closest(name, kMaxCloseNames))
    close.push_back(with_code(input, known));
  if (close.empty()) {
    finding.notes.push_back({"no known name is close to it", std::nullopt});
  } else {
    finding.notes.push_back({fmt::format("close to it: {}", listed(close)), std::nullopt});
  }
}

void report(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim,
            Findings& findings) {
  findings.add(name_place(summary, claim), [&](Diagnostic& finding) {
    const std::string_view name = summary.name_of(claim);
    finding.message = fmt::format("no article and no registry knows {}", name);
    finding.label = "unknown name";
    note_owners(input, summary, claim, finding);
    note_close_names(input, name, finding);
  });
}

// A known name in the wrong letter case: malformed-reference reports it with a fix.
bool has_wrong_case(const CorpusInput& input, const corpus::Claim& claim, std::string_view name) {
  return claim.flaw == article::ReferenceFlaw::mixed_case && !input.close_names.ignoring_case(name).empty();
}

void check(const CorpusInput& input, const corpus::ArticleSummary& summary, Findings& findings) {
  if (input.registry.empty()) return;
  for (const corpus::Claim& claim : summary.claims) {
    if (claim.name_size == 0) continue;
    const std::string_view name = summary.name_of(claim);
    if (is_known(input.index, input.registry, name) || has_wrong_case(input, claim, name)) continue;
    report(input, summary, claim, findings);
  }
}

}  // namespace

const Rule kUnknownName = {
    .id = "unknown-name",
    .summary = "no article and no registry knows the name",
    .explanation =
        R"(This rule finds names that do not exist: no article has them as its title, and no registry has them. It
checks related errors and every other place that gives a code to a name. It needs a registry, because without one an
invented name cannot be distinguished from a real one that has no article (dangling-reference reports those).

Invented names look right, but searching for them finds nothing. In references written by machines they are the most
frequent mistake.

The notes list similar known names and say who owns each number that is stated, because sometimes the number is right.
Correct the name, or delete the entry. If the name is real, add it to a registry.)",
    .example = "  • ERROR_IPSEC_MM_POLICY_INVALID (13004, 0x32CC): The policy is not valid.",
    .severity = Severity::warning,
    .needs = Needs::registry,
    .disputes = true,
    .check_claims = check,
};

}  // namespace errpress::lint
