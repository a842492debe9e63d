#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

bool applies(const JudgedClaim& judged) {
  return judged.conflict != nullptr && judged.conflict->kind == ConflictKind::titles;
}

corpus::Location place(const JudgedClaim& judged) {
  return number_place(judged.summary, judged.claim, judged.conflict->code);
}

void word(const JudgedClaim& judged, Diagnostic& finding) {
  const corpus::CorpusIndex& index = judged.input.index;
  const corpus::ClaimId first = judged.conflict->authority;
  const std::uint32_t code = judged.conflict->code;
  finding.message =
      fmt::format("two articles document {}: {} and {}", format_like(judged.claim.code, code, judged.is_signed()),
                  index.name(first), judged.name());
  finding.label = fmt::format("given to {} here", judged.name());
  finding.notes.push_back({fmt::format("given to {} here", index.name(first)),
                           number_place(index.summary(first), index.claim(first), code), true});
  finding.help = "correct the wrong title; if both names are right, list them under `aliases` in errpress.yaml";
}

}  // namespace

const Rule kDuplicateCode = {
    .id = "duplicate-code",
    .summary = "two articles document one code and are not aliases",
    .explanation =
        R"(A code has one name in its family, so two titles of one family with different names and the same number
contradict each other. This rule reports the second and every further title, and points to the first; if a registry
confirms one of the titles, the others are reported. A title whose code a registry contradicts is a finding of
wrong-code or taken-code instead, which blocks output, too.

Programs look errors up by number. If two articles claim the same number, some readers are told about the wrong error,
and an `enum` would have two enumerators with the same value. `build` writes nothing until this finding is resolved.

Some codes do have several names (NOERROR and ERROR_SUCCESS are both 0). The rule accepts them if a registry gives the
code to both names, or if both are listed under `aliases` in errpress.yaml.)",
    .example = R"(first.txt:   ERROR_FILE_NOT_FOUND - 2 (0x2)
second.txt:  ERROR_PATH_NOT_FOUND - 2 (0x2))",
    .severity = Severity::error,
    .needs = Needs::corpus,
    .blocks_output = Blocks::always,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
