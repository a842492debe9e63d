#include <fmt/format.h>

#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

void check(const ArticleInput& input, Findings& findings) {
  const auto& updated = input.article.updated;
  if (!updated || updated->date) return;
  const bool blank = updated->text.empty();
  findings.add({input.file, blank ? updated->span : updated->text}, [&](Diagnostic& finding) {
    finding.message =
        blank ? "no date follows Updated:" : fmt::format("{} is not a date", quoted(updated->text.of(input.source)));
    finding.label = "expected a date such as Feb 21, 2026";
  });
}

}  // namespace

const Rule kBadDate = {
    .id = "bad-date",
    .summary = "the Updated line has no date of the calendar",
    .explanation =
        R"(The line `Updated:` says when the article was last revised, as in "Feb 21, 2026" (an ISO date, 2026-02-21, will
do too). This rule finds anything else after it, and dates that no calendar has, such as Feb 30.

Printed pages carry the date, and readers judge by it whether a page is current. A date that cannot be read is left out.

Write the month's name or its first three letters, the day, a comma and the year.)",
    .example = "Updated: Feb 30, 2026",
    .severity = Severity::warning,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
