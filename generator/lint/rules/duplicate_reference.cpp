#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

// An earlier entry that an entry repeats: its name, or a code under a name of another error.
struct Repeated {
  const corpus::Claim* entry = nullptr;
  std::optional<std::uint32_t> code;  // empty if the name is repeated
};

// Whether registries say which codes the name has.
bool is_settled(const JudgedClaim& judged, const corpus::Claim& claim) {
  return !entries_for(judged.input, judged.summary, claim).empty();
}

corpus::FamilyId family(const JudgedClaim& judged, const corpus::Claim& claim) {
  return family_of(judged.input, judged.summary, claim);
}

Repeated repeated(const JudgedClaim& judged) {
  if (!judged.is_entry() || judged.claim.name_size == 0) return {};
  if (const corpus::Claim* same = judged.earlier.with_name(judged.name(), judged.claim)) return {same, std::nullopt};
  for (const std::uint32_t value : stated_numbers(judged.claim.code)) {
    const corpus::Claim* same = judged.earlier.with_code(value, judged.claim);
    if (same == nullptr || same_error(judged.input, judged.summary.name_of(*same), judged.name(), value)) continue;
    if (is_settled(judged, *same) || is_settled(judged, judged.claim)) continue;
    // Two families may use one number for different errors.
    if (family(judged, *same) == family(judged, judged.claim)) return {same, value};
  }
  return {};
}

bool applies(const JudgedClaim& judged) { return repeated(judged).entry != nullptr; }

corpus::Location place(const JudgedClaim& judged) {
  const Repeated found = repeated(judged);
  return found.code ? number_place(judged.summary, judged.claim, *found.code)
                    : name_place(judged.summary, judged.claim);
}

void word(const JudgedClaim& judged, Diagnostic& finding) {
  const Repeated found = repeated(judged);
  finding.label = "listed again";
  if (!found.code) {
    finding.message = fmt::format("{} is listed twice", judged.name());
    finding.notes.push_back({"listed first here", name_place(judged.summary, *found.entry)});
    return;
  }
  const std::string_view first = judged.summary.name_of(*found.entry);
  finding.message = fmt::format("{} is listed twice: for {} and for {}",
                                format_like(judged.claim.code, *found.code, judged.is_signed()), first, judged.name());
  finding.notes.push_back(
      {fmt::format("listed for {} here", first), number_place(judged.summary, *found.entry, *found.code), true});
}

}  // namespace

const Rule kDuplicateReference = {
    .id = "duplicate-reference",
    .summary = "an article lists the same name or the same code twice",
    .explanation =
        R"(This rule checks the related errors of one article and finds a name that is listed twice, and a number that
is given to two names of one family, neither of which is in a registry. The finding is at the second entry and points
to the first. An entry with a wrong or conflicting code is not reported again.

Listing the same name twice is redundant at best; if the descriptions differ, readers cannot tell which one applies.
If the same number is given to two names, one of the entries is wrong.

Keep the better entry. Names that share a code in the registry, or that are listed together under `aliases` in
errpress.yaml, may both be listed.)",
    .example = R"(Related Errors

  • ERROR_FILE_NOT_FOUND (2): The file does not exist.
  • ERROR_FILE_NOT_FOUND (2): The system cannot find the file.)",
    .severity = Severity::warning,
    .needs = Needs::article,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
