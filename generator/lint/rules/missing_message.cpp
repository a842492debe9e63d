#include "lint/rules.h"

namespace errpress::lint {

namespace {

void check(const ArticleInput& input, Findings& findings) {
  const article::Article& article = input.article;
  if (article.message || article.title.span.empty()) return;
  findings.add({input.file, article.title.span}, [&](Diagnostic& finding) {
    finding.message = "the article has no message";
    finding.label = "no message line follows";
  });
}

}  // namespace

const Rule kMissingMessage = {
    .id = "missing-message",
    .summary = "no message line follows the title",
    .explanation =
        R"(The line after the title is the message of the error: the text that the system itself displays for the code.
This rule finds articles in which the date or the first section follows the title directly.

The message is what people search for, and what `message()` in the generated header returns; without it, `message()`
returns an empty string.

Add the message as one line below the title. Errors that have no message text do not need one.)",
    .example = R"(ERROR_FILE_NOT_FOUND - 2 (0x2)

Updated: Feb 21, 2026)",
    .severity = Severity::info,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
