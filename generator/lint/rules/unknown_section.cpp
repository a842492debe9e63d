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
    if (section.heading.empty() || (section.dialect_section && !section.misspelt)) continue;
    findings.add({input.file, section.heading}, [&](Diagnostic& finding) {
      const std::string_view heading = section.heading.of(input.source);
      finding.label = "unknown heading";
      if (section.misspelt) {
        const std::string& meant = input.dialect.sections()[*section.dialect_section].heading;
        finding.message = fmt::format("the dialect has no section {}; did you mean `{}`?", quoted(heading), meant);
        finding.fix = Fix{finding.location, meant};
        return;
      }
      std::vector<std::string_view> known;
      for (const article::DialectSection& candidate : input.dialect.sections()) known.push_back(candidate.heading);
      finding.message =
          fmt::format("the dialect has no section {}{}", quoted(heading), base::did_you_mean(heading, known));
    });
  }
}

}  // namespace

const Rule kUnknownSection = {
    .id = "unknown-section",
    .summary = "a heading that the dialect does not know",
    .explanation =
        R"(This rule finds a line that is separated from other text and looks like a heading, but is not one of the
headings in the dialect, in any letter case and with or without a colon at its end. The section is kept and rendered
under its heading.

Usually the heading is misspelt. If it is one letter off, its section is read as the one that is meant, and the finding
has a fix. Otherwise whatever looks for the section by its kind does not find it: related errors under a wrong heading
are not checked and not linked.

Correct the heading, or add it to the dialect as a section or as an alias of one.)",
    .example = R"(Developer Interpretations

Look at the path first.)",
    .severity = Severity::info,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
