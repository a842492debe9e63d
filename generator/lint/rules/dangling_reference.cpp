#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

bool applies(const JudgedClaim& judged) {
  return judged.is_entry() && judged.claim.name_size != 0 && judged.claim.flaw != article::ReferenceFlaw::mixed_case &&
         judged.input.index.articles_named(judged.name()).empty();
}

corpus::Location place(const JudgedClaim& judged) { return name_place(judged.summary, judged.claim); }

void word(const JudgedClaim& judged, Diagnostic& finding) {
  finding.message = fmt::format("{} has no article here", judged.name());
  if (judged.input.registry.knows_name(judged.name())) {
    finding.label = "a real name without an article";
    finding.notes.push_back(known_codes(judged, judged.name()));
  } else {
    finding.label = "no article";
  }
}

}  // namespace

const Rule kDanglingReference = {
    .id = "dangling-reference",
    .summary = "no article of the corpus documents the name",
    .explanation =
        R"(This rule finds related errors that no article of the corpus documents, so that the rendered entry cannot
be a link. If a registry covers the family of the name, it reports only names that exist; unknown-name reports the
others. Without a registry it cannot distinguish the two.

A corpus may refer to errors that it does not document, so this finding is only information: it shows which articles
could be written next. An entry with a wrong code, or with any other finding, is not reported again.

Write the article, refer to an error that has one, or set the rule to `off` in errpress.yaml.)",
    .example = "  • ERROR_ACCESS_DENIED (5, 0x5): The caller lacks a right.",
    .severity = Severity::info,
    .needs = Needs::corpus,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
