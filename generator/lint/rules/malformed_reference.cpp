#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/code_text.h"
#include "lint/claims.h"
#include "lint/close_names.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

using article::ReferenceFlaw;

constexpr std::string_view kForm = "write NAME (DECIMAL, 0xHEX): description";

bool applies(const JudgedClaim& judged) {
  const ReferenceFlaw flaw = judged.claim.flaw;
  // A name with lower-case letters may be known as it is written.
  if (flaw == ReferenceFlaw::mixed_case) return !is_known(judged.input.index, judged.input.registry, judged.name());
  return flaw != ReferenceFlaw::none;
}

// What is at fault, otherwise the name.
corpus::Location place(const JudgedClaim& judged) {
  const ReferenceFlaw flaw = judged.claim.flaw;
  const bool has_place =
      flaw == ReferenceFlaw::bad_code || flaw == ReferenceFlaw::words_for_code || flaw == ReferenceFlaw::quoted;
  return has_place && !judged.claim.fault_at.empty() ? corpus::Location{judged.summary.file, judged.claim.fault_at}
                                                     : name_place(judged.summary, judged.claim);
}

void word_mixed_case(const JudgedClaim& judged, Diagnostic& finding) {
  const std::string_view right = judged.input.close_names.ignoring_case(judged.name());
  finding.label = "wrong letter case";
  if (right.empty()) {
    finding.message =
        fmt::format("{} has lower-case letters, and no error of that name is known in any case", judged.name());
    return;
  }
  finding.message = fmt::format("{} is written in the wrong case: the name is {}", judged.name(), right);
  finding.fix = Fix{finding.location, std::string(right)};
}

struct Words {
  std::string message;
  std::string_view label;
  std::string help = std::string(kForm);
};

Words words_for(const JudgedClaim& judged) {
  const corpus::Claim& claim = judged.claim;
  const std::string_view name = judged.name();
  switch (claim.flaw) {
    case ReferenceFlaw::placeholder:
      return {"a placeholder instead of a related error", "names no error", "name an error, or delete the entry"};
    case ReferenceFlaw::no_name:
      return {"a related error does not start with the name of an error", "no name"};
    case ReferenceFlaw::glued:
      return {fmt::format("{} is glued to its neighbour: two names have nothing between them", name), "glued",
              "give each related error a line of its own"};
    case ReferenceFlaw::words_for_code:
      return {fmt::format("the brackets after {} contain words instead of a code", name), "no code"};
    case ReferenceFlaw::bad_code:
      if (claim.fault == base::CodeFault::missing_prefix) {
        const std::string right = base::format_hex(claim.code.hex.value);
        return {fmt::format("the code of {} is written without 0x: it reads as {}", name, right), "no 0x",
                "write " + right};
      }
      return {
          fmt::format("the brackets after {} hold no code: {}", name, base::describe(claim.fault, claim.fault_digits)),
          "no code"};
    case ReferenceFlaw::quoted:
      return {fmt::format("{} is in quotation marks or emphasis", name), "no plain name", "write the name alone"};
    case ReferenceFlaw::unclosed:
      return {fmt::format("the bracket after {} is not closed", name), "no closing bracket"};
    case ReferenceFlaw::loose_code:
      return {fmt::format("a number next to {} is not in brackets as its code", name), "its code is not in brackets"};
    case ReferenceFlaw::mixed_case:
    case ReferenceFlaw::none:
      break;
  }
  return {};
}

void word(const JudgedClaim& judged, Diagnostic& finding) {
  if (judged.claim.flaw == ReferenceFlaw::mixed_case) return word_mixed_case(judged, finding);
  Words words = words_for(judged);
  finding.message = std::move(words.message);
  finding.label = words.label;
  finding.help = std::move(words.help);
  const bool no_prefix = judged.claim.fault == base::CodeFault::missing_prefix;
  if (judged.claim.flaw == ReferenceFlaw::quoted) finding.fix = Fix{finding.location, std::string(judged.name())};
  if (no_prefix) finding.fix = Fix{finding.location, base::format_hex(judged.claim.code.hex.value)};
}

}  // namespace

const Rule kMalformedReference = {
    .id = "malformed-reference",
    .summary = "a related error is not of the form NAME (CODE): description",
    .explanation =
        R"(An entry of Related Errors starts with the name of an error, followed by its code in brackets and a
description. This rule finds a placeholder in square brackets, an entry without a name, a name that contains lower-case
letters, two names with nothing between them, words or impossible numbers instead of the code, and a code that is not in
brackets.

Such an entry cannot be checked and cannot become a link, so readers get plain text at best.

Write the entry as NAME (DECIMAL, 0xHEX): description. If the name is known in another letter case, the finding has a
fix with the right spelling. Names that the registry itself writes with lower-case letters are not reported.)",
    .example = R"(Related Errors

  • ERROR_EFS_SERVER_NOT_TRusted (6011): The server is not trusted.
  • ERROR_FILE_NOT_FOUND (the usual one): The file does not exist.
  • [Another error]: To be written.)",
    .severity = Severity::warning,
    .needs = Needs::article,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
