#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"

namespace errpress::lint {

namespace {

void report(const CorpusInput& input, std::uint32_t code, corpus::ClaimId first, corpus::ClaimId second,
            Findings& findings) {
  const corpus::CorpusIndex& index = input.index;
  findings.add(number_place(index.summary(second), index.claim(second), code), [&](Diagnostic& finding) {
    finding.message = fmt::format("two articles document {}: {} and {}", base::format_code(code), index.name(first),
                                  index.name(second));
    finding.label = fmt::format("given to {} here", index.name(second));
    finding.notes.push_back({fmt::format("given to {} here", index.name(first)),
                             number_place(index.summary(first), index.claim(first), code), true});
    note_registry_owner(input, code, {}, finding);
    finding.help = "correct the wrong title; if both names are right, list them under `aliases` in errpress.yaml";
  });
}

void check(const CorpusInput& input, Findings& findings) {
  for (const std::uint32_t code : input.index.repeated_codes()) {
    const corpus::ClaimId* first = nullptr;
    for (const corpus::ClaimId& id : input.index.claims_of_code(code)) {
      if (input.index.claim(id).origin != corpus::Origin::title) continue;
      if (first == nullptr) {
        first = &id;
      } else if (!same_error(input, input.index.name(*first), input.index.name(id), code)) {
        report(input, code, *first, id, findings);
      }
    }
  }
}

}  // namespace

const Rule kDuplicateCode = {
    .id = "duplicate-code",
    .summary = "two articles document one code and are not aliases",
    .explanation =
        R"(A code has one name, so two titles with different names and the same number contradict each other. This rule
reports the second and every further title, and points to the first.

Programs look errors up by number. If two articles claim the same number, some readers are told about the wrong error,
and an `enum` would have two enumerators with the same value. `build` writes nothing until this finding is resolved.

Some codes do have several names (NOERROR and ERROR_SUCCESS are both 0). The rule accepts them if a registry gives the
code to both names, or if both are listed under `aliases` in errpress.yaml.)",
    .example = R"(first.txt:   ERROR_FILE_NOT_FOUND - 2 (0x2)
second.txt:  ERROR_PATH_NOT_FOUND - 2 (0x2))",
    .severity = Severity::error,
    .needs = Needs::corpus,
    .blocks_output = Blocks::always,
    .check_corpus = check,
};

}  // namespace errpress::lint
