#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

std::string what_is_wrong(std::string_view source, const article::Title& title) {
  if (title.span.empty() && source.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return "the file is empty: it has no title";
  }
  if (title.span.empty()) return "the article starts with a heading: it has no title";
  std::vector<std::string> missing;
  if (title.name.empty()) missing.emplace_back("the name of an error");
  if (!title.code.decimal.written()) missing.emplace_back("a decimal code");
  if (!title.code.hex.written()) missing.emplace_back("a hex code");
  const std::string line = quoted(title.span.of(source));
  if (missing.size() == 3) return fmt::format("the first line is not a title: {}", line);
  if (missing.empty()) return fmt::format("the title is not of the form NAME - DECIMAL (0xHEX): {}", line);
  return fmt::format("the title lacks {}: {}", listed(missing), line);
}

// The title in the right form, made from its parts; empty if they are not sufficient.
std::string right_title(std::string_view source, const article::Title& title) {
  const auto code = title.code.value();
  if (title.name.empty() || !code) return {};
  return fmt::format("{} - {}", title.name.of(source), base::format_code(*code));
}

void check(const ArticleInput& input, Findings& findings) {
  const article::Title& title = input.article.title;
  if (title.well_formed) return;
  findings.add({input.file, title.span}, [&](Diagnostic& finding) {
    finding.message = what_is_wrong(input.source, title);
    finding.label = "expected NAME - DECIMAL (0xHEX)";
    const std::string right = right_title(input.source, title);
    if (!right.empty()) finding.help = fmt::format("write `{}`", right);
  });
}

}  // namespace

const Rule kMalformedTitle = {
    .id = "malformed-title",
    .summary = "the first line is not NAME - DECIMAL (0xHEX)",
    .explanation =
        R"(The first line of an article says which error it is about: the name, the code in decimal, and the same code
in hexadecimal in brackets. This rule finds a first line of any other form, and files without text.

Everything that is rendered takes the name and the code from this line: the enumerator, the manual page, the links from
other articles. Without it nothing can be rendered, so `build` writes nothing until this finding is resolved.

Write the line as NAME - DECIMAL (0xHEX): the name with its exact letters and underscores, one dash, and both
numbers.)",
    .example = "ERROR_FILE_NOT_FOUND: code 2",
    .severity = Severity::error,
    .needs = Needs::article,
    .blocks_output = Blocks::always,
    .check_article = check,
};

}  // namespace errpress::lint
