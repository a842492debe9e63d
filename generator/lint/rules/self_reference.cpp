#include <fmt/format.h>

#include "base/name.h"
#include "lint/claims.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

bool applies(const JudgedClaim& judged) {
  return judged.is_entry() && judged.summary.has_title &&
         base::equal_ignoring_case(judged.name(), judged.summary.name());
}

corpus::Location place(const JudgedClaim& judged) { return name_place(judged.summary, judged.claim); }

void word(const JudgedClaim& judged, Diagnostic& finding) {
  finding.message = fmt::format("{} lists itself as a related error", judged.summary.name());
  finding.label = "the article's own name";
  finding.help = "delete the entry, or name the error that was meant";
}

}  // namespace

const Rule kSelfReference = {
    .id = "self-reference",
    .summary = "an article lists itself as a related error",
    .explanation =
        R"(Related Errors refers readers to other articles. This rule finds an entry with the name of the article
itself.

The entry links to the page that contains it. Often another name was meant that differs in one word, and the description
is about that other error.

Write the name that was meant, or delete the entry.)",
    .example = R"(ERROR_FILE_NOT_FOUND - 2 (0x2)

Related Errors

  • ERROR_FILE_NOT_FOUND (2, 0x2): The file does not exist.)",
    .severity = Severity::warning,
    .needs = Needs::article,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
