#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rules.h"
#include "lint/section_set.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

std::size_t count_shared(const SectionSet& present, const article::DialectTemplate& candidate) {
  std::size_t shared = 0;
  for (const std::uint16_t index : candidate.sections) shared += present.has(index) ? 1 : 0;
  return shared;
}

// The template that shares most sections with the article, the first one in a tie; nullptr if there are no templates.
const article::DialectTemplate* nearest_template(const article::Dialect& dialect, const SectionSet& present) {
  const article::DialectTemplate* nearest = nullptr;
  std::size_t most = 0;
  for (const article::DialectTemplate& candidate : dialect.templates()) {
    const std::size_t shared = count_shared(present, candidate);
    if (nearest != nullptr && shared <= most) continue;
    nearest = &candidate;
    most = shared;
  }
  return nearest;
}

std::vector<std::string> missing_headings(const article::Dialect& dialect, const SectionSet& present,
                                          const article::DialectTemplate& nearest) {
  std::vector<std::string> missing;
  for (const std::uint16_t index : nearest.sections) {
    if (!present.has(index)) missing.push_back(dialect.sections()[index].heading);
  }
  return missing;
}

void check(const ArticleInput& input, Findings& findings) {
  if (!input.article.title.readable()) return;  // is it an article?
  const SectionSet present(input.article);
  const article::DialectTemplate* nearest = nearest_template(input.dialect, present);
  if (nearest == nullptr || count_shared(present, *nearest) == nearest->sections.size()) return;
  findings.add({input.file, input.article.title.span}, [&](Diagnostic& finding) {
    const std::vector<std::string> missing = missing_headings(input.dialect, present, *nearest);
    finding.label = "incomplete";
    if (missing.size() == 1) {
      finding.message = fmt::format("the section {} of the template `{}` is missing", missing[0], nearest->name);
      return;
    }
    finding.message = fmt::format("{} of {} sections of the template `{}` are missing", missing.size(),
                                  nearest->sections.size(), nearest->name);
    finding.notes.push_back({"missing: " + listed(missing), std::nullopt});
  });
}

}  // namespace

const Rule kMissingSection = {
    .id = "missing-section",
    .summary = "a section of the article's template is missing",
    .explanation =
        R"(The dialect defines templates: the sections that an article should have. This rule takes the template that
shares most sections with the article (the first one in a tie) and lists all its sections that the article lacks, in one
finding at the title. An article whose title cannot be read is not looked at.

Readers of a reference look for the same information in the same place on every page. A missing section was often
forgotten, or its heading is misspelt; in that case unknown-section reports the heading.

Add the sections, or use a dialect whose templates describe your articles.)",
    .example = R"(ERROR_FILE_NOT_FOUND - 2 (0x2)

The system cannot find the file specified.

Technical Meaning

The file does not exist.)",
    .severity = Severity::info,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
