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
    .summary = "the Updated line has no valid date",
    .explanation =
        R"(The line `Updated:` says when the article was last revised, for example "Feb 21, 2026"; an ISO date
(2026-02-21) is accepted, too. This rule finds any other text after `Updated:`, and dates that do not exist, such as Feb
30.

Rendered pages show the date, and readers use it to judge whether a page is current. A date that cannot be parsed is
left out.

Write the name of the month or its first three letters, the day, a comma and the year.)",
    .example = "Updated: Feb 30, 2026",
    .severity = Severity::warning,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
