#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

void report(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim,
            Findings& findings) {
  findings.add(name_place(summary, claim), [&](Diagnostic& finding) {
    const std::string_view name = summary.name_of(claim);
    if (input.registry.empty()) {
      finding.message =
          fmt::format("{} has no article here, and no registry is loaded to say whether the name exists", name);
      finding.label = "no article";
      return;
    }
    finding.message = fmt::format("{} has no article here", name);
    finding.label = "a real name without an article";
    note_name(input, name, finding);
  });
}

void check(const CorpusInput& input, const corpus::ArticleSummary& summary, Findings& findings) {
  const bool no_registry = input.registry.empty();
  for (const corpus::Claim& claim : summary.claims) {
    if (!is_reference(claim) || claim.name_size == 0 || claim.flaw == article::ReferenceFlaw::mixed_case) continue;
    const std::string_view name = summary.name_of(claim);
    if (!input.index.articles_named(name).empty()) continue;
    if (no_registry || input.registry.knows_name(name)) report(input, summary, claim, findings);
  }
}

}  // namespace

const Rule kDanglingReference = {
    .id = "dangling-reference",
    .summary = "the name is real but the corpus has no article for it",
    .explanation =
        R"(This rule finds related errors that no article of the corpus documents, so that the rendered entry cannot be
a link. With a registry, it reports only names that exist; unknown-name reports the others. Without a registry it cannot
distinguish the two, and the message says so.

A corpus may refer to errors that it does not document, so this finding is only information: it shows which articles
could be written next.

Write the article, refer to an error that has one, or set the rule to `off` in errpress.yaml.)",
    .example = "  • ERROR_ACCESS_DENIED (5, 0x5): The caller lacks a right.",
    .severity = Severity::info,
    .needs = Needs::corpus,
    .check_claims = check,
};

}  // namespace errpress::lint
