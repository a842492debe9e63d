#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/words.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

// An encoding as messages show it, and as iconv calls it.
struct Named {
  std::string_view shown;
  std::string_view iconv;
};

Named name_of(base::Encoding encoding) {
  switch (encoding) {
    case base::Encoding::utf16_le:
      return {"UTF-16 (little endian)", "UTF-16LE"};
    case base::Encoding::utf16_be:
      return {"UTF-16 (big endian)", "UTF-16BE"};
    case base::Encoding::windows_1252:
      return {"Windows-1252", "WINDOWS-1252"};
    case base::Encoding::utf8:
    case base::Encoding::binary:
      break;
  }
  return {};
}

// What is wrong with a file that is not text: "control characters, invalid UTF-8".
std::string oddities(const base::EncodingIssues& issues) {
  if (issues.invalid_utf8.count == 0) return "control characters";
  return issues.control.count == 0 ? "invalid UTF-8" : "control characters, invalid UTF-8";
}

void report_encoding(const ArticleInput& input, const Named& encoding, Findings& findings) {
  const base::EncodingIssues& issues = input.encoding_issues;
  const base::Span first = issues.invalid_utf8.count != 0 ? issues.invalid_utf8.first : issues.control.first;
  const bool mark = input.source.starts_with("\xFF\xFE") || input.source.starts_with("\xFE\xFF");
  findings.add({input.file, first}, [&](Diagnostic& finding) {
    finding.message = fmt::format("the file is {}, not UTF-8", encoding.shown);
    if (issues.is_text())
      finding.message += fmt::format(": {}", base::counted(issues.invalid_utf8.count, "byte", "bytes"));
    finding.label = "the first is here";
    if (!issues.is_text()) finding.label = mark ? "byte order mark" : "";
    // iconv removes the byte order mark only if it may choose the byte order itself.
    finding.help = fmt::format("convert it with `iconv -f {} -t UTF-8 FILE > NEW`", mark ? "UTF-16" : encoding.iconv);
    finding.blocks_output = true;
  });
}

void check(const ArticleInput& input, Findings& findings) {
  const base::EncodingIssues& issues = input.encoding_issues;
  const base::EncodingIssue& invalid = issues.invalid_utf8;
  if (issues.encoding == base::Encoding::binary) {
    findings.add({input.file, {}}, [&](Diagnostic& finding) {
      finding.message = fmt::format("not text ({}): is this an article?", oddities(issues));
      finding.blocks_output = true;
    });
    return;
  }
  if (issues.encoding != base::Encoding::utf8) return report_encoding(input, name_of(issues.encoding), findings);
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
        R"(Articles are UTF-8 text. This rule finds files in UTF-16 and Windows-1252, files that are no text at all, and
bytes that are not part of a UTF-8 character. There is one finding for a file, at the first such byte.

A file in another encoding keeps `build` from writing anything: its letters would be lost. If the encoding is not
recognised because only a few bytes are invalid, each of them is replaced with U+FFFD, the replacement character, in
every output.

Convert the file with the command that the finding names. If there is only one such byte, look at its location: it may
be the rest of a truncated character.)",
    .example = "The na<EF>ve caller passes a path.    (saved as Latin-1: the byte EF is not UTF-8)",
    .severity = Severity::error,
    .needs = Needs::article,
    .check_article = check,
};

}  // namespace errpress::lint
