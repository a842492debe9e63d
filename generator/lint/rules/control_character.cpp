#include <fmt/format.h>

#include <string_view>

#include "base/words.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

// The common name of a control character.
std::string_view common_name(char32_t c) {
  switch (c) {
    case 0x00:
      return " (NUL)";
    case 0x07:
      return " (bell)";
    case 0x08:
      return " (backspace)";
    case 0x0B:
      return " (vertical tab)";
    case 0x0C:
      return " (form feed)";
    case 0x0D:
      return " (carriage return without line feed)";
    case 0x1B:
      return " (escape)";
    case 0x7F:
      return " (delete)";
    case 0x85:
      return " (next line)";
    default:
      return "";
  }
}

void check(const ArticleInput& input, Findings& findings) {
  const base::EncodingIssue& control = input.encoding_issues.control;
  if (control.count == 0 || !input.encoding_issues.is_text()) return;
  findings.add({input.file, control.first}, [&](Diagnostic& finding) {
    const char32_t first = base::decode(input.source, control.first.begin).value;
    finding.message = fmt::format("{} in the text, the first {}{}",
                                  base::counted(control.count, "control character", "control characters"),
                                  format_code_point(first), common_name(first));
    finding.label = control.count == 1 ? "here" : "the first is here";
    finding.help = "delete all control characters";
  });
}

}  // namespace

const Rule kControlCharacter = {
    .id = "control-character",
    .summary = "control characters in the text",
    .explanation =
        R"(This rule finds characters that control a terminal or printer and have no visible form: the C0 controls
except tab and line feed, DEL, the C1 controls, and a carriage return that is not followed by a line feed. There is one
finding for a file, with the number of such characters and the location of the first.

They can move the cursor of a terminal, change its colours or title, break a line where an output does not allow it, or
truncate a NUL-terminated string. In every output, each is replaced with U+FFFD, the replacement character.

Delete them. They usually come from text copied from a terminal or a word processor.)",
    .example = "The file <U+001B>[31mdoes not<U+001B>[0m exist.",
    .severity = Severity::error,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
