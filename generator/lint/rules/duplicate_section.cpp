#include <algorithm>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "lint/rules.h"
#include "lint/section_set.h"

namespace errpress::lint {

namespace {

constexpr std::size_t kMaxNotes = 4;

// The locations of the first few headings of one section, as many as a finding mentions.
std::vector<corpus::Location> first_places(const ArticleInput& input, std::uint16_t index) {
  std::vector<corpus::Location> places;
  for (const article::Section& section : input.article.sections) {
    if (section.dialect_section != index) continue;
    places.push_back({input.file, section.heading});
    if (places.size() == kMaxNotes + 1) break;
  }
  return places;
}

void report(const ArticleInput& input, std::uint16_t index, std::size_t count, Findings& findings) {
  const std::vector<corpus::Location> places = first_places(input, index);
  findings.add(places[1], [&](Diagnostic& finding) {
    finding.message = fmt::format("the section {} occurs {}", input.dialect.sections()[index].heading,
                                  count == 2 ? "twice" : fmt::format("{} times", count));
    finding.label = "the second one";
    finding.help = "join them under one heading";
    finding.notes.push_back({"first here", places[0]});
    for (std::size_t i = 2; i < places.size(); ++i) finding.notes.push_back({"again here", places[i]});
  });
}

void check(const ArticleInput& input, Findings& findings) {
  if (!SectionSet(input.article).may_repeat()) return;
  const auto& sections = input.article.sections;
  for (std::size_t i = 0; i < input.dialect.sections().size(); ++i) {
    const auto index = static_cast<std::uint16_t>(i);
    const auto count =
        std::count_if(sections.begin(), sections.end(), [&](const auto& s) { return s.dialect_section == index; });
    if (count > 1) report(input, index, static_cast<std::size_t>(count), findings);
  }
}

}  // namespace

const Rule kDuplicateSection = {
    .id = "duplicate-section",
    .summary = "a section occurs more than once",
    .explanation =
        R"(This rule finds a kind of section that occurs more than once in an article, under the same heading or under
an alias. There is one finding for each kind; it says how often the section occurs and where the first ones are.

Readers and programs that look for a section take the first one and miss the others. Two sections of related errors are
a frequent cause of contradictory entries.

Merge them under one heading.)",
    .example = R"(Summary

The file does not exist.

Summary

The path is wrong.)",
    .severity = Severity::warning,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
