#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

// The first owner of `value` in the registry, or nullptr if there is none or one of its owners is the same error as
// `name`.
const corpus::RegistryEntry* other_owner(const CorpusInput& input, std::string_view name, std::uint32_t value) {
  const auto owners = input.registry.find_code(value);
  const bool own =
      std::any_of(owners.begin(), owners.end(), [&](const auto* o) { return same_error(input, o->name, name, value); });
  return owners.empty() || own ? nullptr : owners.front();
}

struct Taken {
  std::uint32_t value = 0;
  const corpus::RegistryEntry* owner = nullptr;
};

std::vector<Taken> taken_numbers(const CorpusInput& input, std::string_view name, const base::Code& code) {
  const StatedNumbers numbers = stated_numbers(code);
  std::vector<Taken> taken;
  taken.reserve(numbers.count);
  for (const std::uint32_t value : numbers) {
    const corpus::RegistryEntry* owner = other_owner(input, name, value);
    if (owner != nullptr) taken.push_back({value, owner});
  }
  return taken;
}

std::string message(std::string_view name, const std::vector<Taken>& taken) {
  std::vector<std::string> owned;
  owned.reserve(taken.size());
  for (const Taken& number : taken)
    owned.push_back(fmt::format("{} is {}", base::format_code(number.value), number.owner->name));
  return fmt::format("{}, not {}", listed(owned), name);
}

void report(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim,
            const std::vector<Taken>& taken, Findings& findings) {
  const bool one = taken.size() == 1;
  findings.add(one ? number_place(summary, claim, taken.front().value) : code_place(summary, claim),
               [&](Diagnostic& finding) {
                 finding.message = message(summary.name_of(claim), taken);
                 finding.label = one ? "another error's code" : "codes of other errors";
                 note_owners(input, summary, claim, finding);
               });
}

void check(const CorpusInput& input, const corpus::ArticleSummary& summary, Findings& findings) {
  if (input.registry.empty()) return;
  for (const corpus::Claim& claim : summary.claims) {
    if (claim.name_size == 0 || !claim.code.written()) continue;
    const std::string_view name = summary.name_of(claim);
    if (input.registry.knows_name(name)) continue;
    const std::vector<Taken> taken = taken_numbers(input, name, claim.code);
    if (!taken.empty()) report(input, summary, claim, taken, findings);
  }
}

}  // namespace

const Rule kTakenCode = {
    .id = "taken-code",
    .summary = "the registry gives this code to another name",
    .explanation =
        R"(A registry says which code belongs to which name. This rule finds a code that the registry gives to another
name, stated for a name that the registry does not know. (If the registry knows the name, wrong-code reports the right
code.)

Either the name is invented or misspelt, or a new error of your own was given a number that is already in use. In both
cases, anyone who looks the number up finds the other error.

Correct the name, or choose a free number. If the name is an alternative name of the same error, list both under
`aliases` in errpress.yaml.)",
    .example = "  • ERROR_IPSEC_NO_POLICY (13004, 0x32CC): There is no policy.",
    .severity = Severity::error,
    .needs = Needs::registry,
    .disputes = true,
    .check_claims = check,
};

}  // namespace errpress::lint
