#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/closest.h"
#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

constexpr std::size_t kMaxCloseNames = 3;

// A known name in the wrong letter case: malformed-reference reports it with a fix.
bool has_wrong_case(const JudgedClaim& judged) {
  return judged.claim.flaw == article::ReferenceFlaw::mixed_case &&
         !judged.input.close_names.ignoring_case(judged.name()).empty();
}

bool applies(const JudgedClaim& judged) {
  return judged.judgement.verdict == Verdict::unknown_name && !has_wrong_case(judged);
}

corpus::Location place(const JudgedClaim& judged) { return name_place(judged.summary, judged.claim); }

// The name that a registry gives the code to; empty if there is none, several, or the numbers have different owners.
std::string_view owner_of(const JudgedClaim& judged) {
  const auto code = judged.claim.code.value();
  if (!code) return {};
  const auto owners = owners_of(judged.input, *code, judged.judgement.family);
  return owners.size() == 1 ? owners.front()->name : std::string_view();
}

void suggest_owner(const JudgedClaim& judged, std::string_view owner, Diagnostic& finding) {
  const std::string code = format_like(judged.claim.code, *judged.claim.code.value(), judged.is_signed());
  if (base::is_misspelling(judged.name(), owner) && judged.claim.grade >= Grade::bracket) {
    finding.fix = Fix{finding.location, std::string(owner)};
    finding.notes.push_back({fmt::format("{} is {}", code, owner), std::nullopt});
  } else {
    finding.help = fmt::format("{} is {}: replace the name, or correct the code", code, owner);
  }
}

void suggest_close_names(const JudgedClaim& judged, Diagnostic& finding) {
  std::vector<std::string> close;
  for (const std::string_view known : judged.input.close_names.closest(judged.name(), kMaxCloseNames)) {
    close.push_back(known_codes(judged, known).message);
  }
  if (!close.empty()) finding.notes.push_back({fmt::format("close to it: {}", listed(close)), std::nullopt});
}

void word(const JudgedClaim& judged, Diagnostic& finding) {
  finding.message = fmt::format("unknown error name {}", judged.name());
  finding.label = "unknown name";
  const std::string_view owner = owner_of(judged);
  if (!owner.empty()) return suggest_owner(judged, owner, finding);
  note_numbers(judged, judged.claim.code, finding);
  suggest_close_names(judged, finding);
}

}  // namespace

const Rule kUnknownName = {
    .id = "unknown-name",
    .summary = "no article and no registry knows the name",
    .explanation =
        R"(This rule finds names that do not exist: no article has them as its title, and no registry has them. It
checks related errors and every other place that gives a code to a name. It needs a registry of the name's family,
because without one an invented name cannot be distinguished from a real one that has no article (dangling-reference
reports those). It is the only finding about the claim: what is wrong with the code of a name that does not exist is
not reported. The name in a title is unknown if its code belongs to a registered name that differs from it in one letter
or in letter case; then `build` writes nothing, because nobody would find the name that it would print.

Invented names look right, but searching for them finds nothing. In references written by machines they are the most
frequent mistake.

If the number belongs to a known error, the finding says so, because often the number is right; if the names differ in
one letter, there is a fix. Otherwise the notes list similar names. Correct the name, or delete the entry. If the name
is real, add it to a registry, or say under `families` in errpress.yaml that it belongs to another family.)",
    .example = "  • ERROR_IPSEC_MM_POLICY_INVALID (13004, 0x32CC): The policy is not valid.",
    .severity = Severity::warning,
    .needs = Needs::registry,
    .blocks_output = Blocks::in_title,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
