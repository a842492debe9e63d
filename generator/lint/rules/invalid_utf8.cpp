#include <fmt/format.h>

#include "base/words.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

void check(const ArticleInput& input, Findings& findings) {
  const base::EncodingIssue& invalid = input.encoding_issues.invalid_utf8;
  if (invalid.count == 0) return;
  findings.add({input.file, invalid.first}, [&](Diagnostic& finding) {
    const auto byte = static_cast<unsigned char>(input.source[invalid.first.begin]);
    finding.message = fmt::format("the file is not UTF-8: {}, the first 0x{:02X}",
                                  base::counted(invalid.count, "invalid byte", "invalid bytes"), byte);
    finding.label = invalid.count == 1 ? "here" : "the first is here";
    finding.help = "save the file as UTF-8";
  });
}

}  // namespace

const Rule kInvalidUtf8 = {
    .id = "invalid-utf8",
    .summary = "bytes that are not UTF-8",
    .explanation =
        R"(Articles are UTF-8 text. This rule finds bytes that are not part of a UTF-8 character. There is one finding
for a file, with the number of such bytes and the location of the first.

Usually the file was saved in another encoding (Windows-1252, UTF-16), and its accented letters and quotation marks are
lost. In every output, each such byte is replaced with U+FFFD, the replacement character.

Save the file as UTF-8. If there is only one such byte, look at its location: it may be the rest of a truncated
character.)",
    .example = "The na<EF>ve caller passes a path.    (saved as Latin-1: the byte EF is not UTF-8)",
    .severity = Severity::error,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
