#include <cstdint>
#include <string>
#include <string_view>

#include "base/words.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

void report(const ArticleInput& input, base::Span span, std::string message, std::string_view label,
            Findings& findings) {
  findings.add({input.file, span}, [&](Diagnostic& finding) {
    finding.message = std::move(message);
    finding.label = label;
  });
}

void check(const ArticleInput& input, Findings& findings) {
  const base::EncodingIssues& odd = input.encoding_issues;
  if (!odd.is_text()) return;
  if (odd.byte_order_mark.count != 0) {
    report(input, odd.byte_order_mark.first, "the file starts with a byte order mark (U+FEFF)", "", findings);
  }
  if (odd.crlf.count != 0) {
    report(input, odd.crlf.first, base::counted(odd.crlf.count, "line ends", "lines end") + " in CR LF", "the first",
           findings);
  }
  if (odd.tab.count != 0)
    report(input, odd.tab.first, base::counted(odd.tab.count, "tab", "tabs") + " in the text", "the first", findings);
  if (!odd.final_newline) {
    const auto end = static_cast<std::uint32_t>(input.source.size());
    report(input, {end, end}, "the last line has no line end", "", findings);
  }
}

}  // namespace

const Rule kUntidyText = {
    .id = "untidy-text",
    .summary = "a byte order mark, CR LF line ends, tabs, or no final line end",
    .explanation =
        R"(This rule finds valid text that differs between editors and systems: a byte order mark, lines that end in CR
LF, tabs, and a last line without a line end. There is one finding for each kind in a file.

None of these changes the rendered output. But lines that look the same differ in version control, and columns and
carets differ from those that some editors show.

Save the file with LF line ends, including one at the end of the last line, with spaces instead of tabs, and without a
byte order mark.)",
    .example = "<U+FEFF>ERROR_FILE_NOT_FOUND - 2 (0x2)<CR><LF>",
    .severity = Severity::info,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
