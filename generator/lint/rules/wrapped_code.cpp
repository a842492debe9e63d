#include <cstdint>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

bool applies(const JudgedClaim& judged) { return judged.judgement.verdict == Verdict::wrapped; }

corpus::Location place(const JudgedClaim& judged) { return code_place(judged.summary, judged.claim); }

void word(const JudgedClaim& judged, Diagnostic& finding) {
  const corpus::Families& families = judged.input.registry.families();
  for (const std::uint32_t value : stated_numbers(judged.claim.code)) {
    for (const corpus::RegistryEntry* entry : entries_for(judged.input, judged.summary, judged.claim)) {
      const corpus::FamilyId outer = wrapping_family(entry->family, entry->code, value);
      if (outer == corpus::kNoFamily) continue;
      finding.message = fmt::format("{} is {}, {}, as {}", base::format_hex(value), judged.name(),
                                    base::format_code(entry->code), kind_of_code(families, outer));
      finding.label = fmt::format("wrapped as {}", kind_of_code(families, outer));
      return;
    }
  }
}

}  // namespace

const Rule kWrappedCode = {
    .id = "wrapped-code",
    .summary = "the code of the name, wrapped in another family",
    .explanation =
        R"(Some families of codes are carried inside others: HRESULT_FROM_WIN32 makes 0x80070005 of the Win32 code 5,
and an NTSTATUS becomes an HRESULT when bit 28 is set. This rule finds a name with such a wrapped code of its own.

The code is right, so nothing is marked and there is no fix. But a reader who compares the number with the name's own
code does not find it.

If the context is not about the other family, write the name's own code.)",
    .example = "  • ERROR_ACCESS_DENIED (0x80070005): The caller lacks a right.",
    .severity = Severity::info,
    .needs = Needs::registry,
    .applies = applies,
    .place = place,
    .word = word,
};

}  // namespace errpress::lint
