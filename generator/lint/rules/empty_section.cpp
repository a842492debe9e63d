#include <fmt/format.h>

#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

void check(const ArticleInput& input, Findings& findings) {
  for (const article::Section& section : input.article.sections) {
    if (section.blocks.count != 0 || section.heading.empty()) continue;
    findings.add({input.file, section.heading}, [&](Diagnostic& finding) {
      finding.message = fmt::format("the section {} is empty", quoted(section.heading.of(input.source)));
      finding.label = "nothing follows this heading";
      finding.help = "write the section, or delete its heading";
    });
  }
}

}  // namespace

const Rule kEmptySection = {
    .id = "empty-section",
    .summary = "a heading with nothing below it",
    .explanation = R"(This rule finds a heading that is followed directly by the next heading or by the end of the file.

The rendered page would have a heading without content, and readers would wonder what is missing.

Write the section, or delete its heading.)",
    .example = R"(Related Errors

FAQ)",
    .severity = Severity::warning,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
