#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/close_names.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

using article::ReferenceFlaw;

constexpr std::string_view kForm = "write NAME (DECIMAL, 0xHEX): description";

// Reports a name with lower-case letters, unless it is known as written; suggests the known name that differs only in
// case.
void report_mixed_case(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim,
                       Findings& findings) {
  const std::string_view name = summary.name_of(claim);
  if (is_known(input.index, input.registry, name)) return;
  findings.add(name_place(summary, claim), [&](Diagnostic& finding) {
    const std::string_view right = input.close_names.ignoring_case(name);
    finding.label = "wrong letter case";
    if (right.empty()) {
      finding.message = fmt::format("{} has lower-case letters, and no error of that name is known in any case", name);
      return;
    }
    finding.message = fmt::format("{} is written in the wrong case: the name is {}", name, right);
    finding.fix = Fix{finding.location, std::string(right)};
  });
}

void report(const corpus::ArticleSummary& summary, const corpus::Claim& claim, Findings& findings) {
  findings.add(name_place(summary, claim), [&](Diagnostic& finding) {
    const std::string_view name = summary.name_of(claim);
    switch (claim.flaw) {
      case ReferenceFlaw::placeholder:
        finding.message = "a placeholder instead of a related error";
        finding.label = "names no error";
        finding.help = "name an error, or delete the entry";
        return;
      case ReferenceFlaw::no_name:
        finding.message = "a related error does not start with the name of an error";
        finding.label = "no name";
        finding.help = kForm;
        return;
      case ReferenceFlaw::glued:
        finding.message = fmt::format("{} is glued to its neighbour: two names have nothing between them", name);
        finding.label = "glued";
        finding.help = "give each related error a line of its own";
        return;
      case ReferenceFlaw::words_for_code:
        finding.message = fmt::format("the brackets after {} contain words instead of a code", name);
        finding.label = "its brackets hold no code";
        finding.help = kForm;
        return;
      case ReferenceFlaw::bad_code:
        finding.message = fmt::format("the brackets after {} do not contain a single 32-bit code", name);
        finding.label = "its brackets hold no code";
        finding.help = kForm;
        return;
      case ReferenceFlaw::loose_code:
        finding.message = fmt::format("a number next to {} is not in brackets as its code", name);
        finding.label = "its code is not in brackets";
        finding.help = kForm;
        return;
      case ReferenceFlaw::mixed_case:
      case ReferenceFlaw::none:
        return;
    }
  });
}

void check(const CorpusInput& input, const corpus::ArticleSummary& summary, Findings& findings) {
  for (const corpus::Claim& claim : summary.claims) {
    if (claim.flaw == ReferenceFlaw::none) continue;
    if (claim.flaw == ReferenceFlaw::mixed_case) {
      report_mixed_case(input, summary, claim, findings);
    } else {
      report(summary, claim, findings);
    }
  }
}

}  // namespace

const Rule kMalformedReference = {
    .id = "malformed-reference",
    .summary = "a related error is not of the form NAME (CODE): description",
    .explanation =
        R"(An entry of Related Errors starts with the name of an error, followed by its code in brackets and a
description. This rule finds a placeholder in square brackets, an entry without a name, a name that contains lower-case
letters, two names with nothing between them, words or impossible numbers instead of the code, and a code that is not in
brackets.

Such an entry cannot be checked and cannot become a link, so readers get plain text at best.

Write the entry as NAME (DECIMAL, 0xHEX): description. If the name is known in another letter case, the finding has a
fix with the right spelling. Names that the registry itself writes with lower-case letters are not reported.)",
    .example = R"(Related Errors

  • ERROR_EFS_SERVER_NOT_TRusted (6011): The server is not trusted.
  • ERROR_FILE_NOT_FOUND (the usual one): The file does not exist.
  • [Another error]: To be written.)",
    .severity = Severity::warning,
    .needs = Needs::article,
    .disputes = true,
    .check_claims = check,
};

}  // namespace errpress::lint
