#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/closest.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

void check(const ArticleInput& input, Findings& findings) {
  for (const article::Section& section : input.article.sections) {
    if (section.dialect_section || section.heading.empty()) continue;
    findings.add({input.file, section.heading}, [&](Diagnostic& finding) {
      const std::string_view heading = section.heading.of(input.source);
      std::vector<std::string_view> known;
      for (const article::DialectSection& candidate : input.dialect.sections()) known.push_back(candidate.heading);
      finding.message =
          fmt::format("the dialect has no section {}{}", quoted(heading), base::did_you_mean(heading, known));
      finding.label = "unknown heading";
    });
  }
}

}  // namespace

const Rule kUnknownSection = {
    .id = "unknown-section",
    .summary = "a heading that the dialect does not know",
    .explanation =
        R"(This rule finds a line that is separated from other text and looks like a heading, but is not one of the
headings in the dialect. The section is kept and rendered under its heading.

Usually the heading is misspelt. Whatever looks for the section by its kind then does not find it: related errors under
a wrong heading are not checked and not linked.

Correct the heading, or add it to the dialect as a section or as an alias of one.)",
    .example = R"(Developer Interpretations

Look at the path first.)",
    .severity = Severity::info,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
