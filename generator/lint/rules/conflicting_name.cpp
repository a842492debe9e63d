#include <algorithm>
#include <span>
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

using corpus::Claim;
using corpus::ClaimId;

constexpr std::size_t kMaxNotes = 4;
constexpr std::size_t kMaxCodes = 4;

bool disjoint(const base::Code& a, const base::Code& b) {
  const StatedNumbers numbers = stated_numbers(a);
  return std::none_of(numbers.begin(), numbers.end(), [&](std::uint32_t value) { return b.states(value); });
}

class Conflict {
 public:
  Conflict(const CorpusInput& input, std::string_view name)
      : input_(input), name_(name), ids_(input.index.claims_of_name(name)) {
    find_authority();
  }

  void report_if_any(Findings& findings) const {
    if (authority_ == nullptr) return;
    if (const ClaimId* primary = primary_claim()) report(*primary, findings);
  }

 private:
  const Claim& claim(ClaimId id) const { return input_.index.claim(id); }
  bool is_title(ClaimId id) const { return claim(id).origin == corpus::Origin::title; }
  corpus::Location place(ClaimId id) const { return code_place(input_.index.summary(id), claim(id)); }

  // Finds the claim to compare the others with: the first title, otherwise the first claim that the registry confirms,
  // otherwise the first claim with a code.
  void find_authority() {
    for (const ClaimId& id : ids_) {
      const base::Code& code = claim(id).code;
      if (!code.written()) continue;
      if (is_title(id)) {
        authority_ = &id;
        return;
      }
      const bool better = authority_ == nullptr || (is_registered(code) && !is_registered(claim(*authority_).code));
      if (better) authority_ = &id;
    }
  }

  // The claim to report: the first one that disagrees and that the registry does not confirm, otherwise the first that
  // disagrees. Titles are never reported.
  const ClaimId* primary_claim() const {
    const ClaimId* registered = nullptr;
    for (const ClaimId& id : ids_) {
      if (is_title(id) || !disagrees(id)) continue;
      if (!is_registered(claim(id).code)) return &id;
      if (registered == nullptr) registered = &id;
    }
    return registered;
  }

  // Whether the registry gives each number of `code` to the name: some names have several codes.
  bool is_registered(const base::Code& code) const {
    const StatedNumbers numbers = stated_numbers(code);
    return std::all_of(numbers.begin(), numbers.end(),
                       [&](std::uint32_t v) { return gives(input_.registry, name_, v); });
  }

  bool disagrees(ClaimId id) const {
    const base::Code& code = claim(id).code;
    const base::Code& right = claim(*authority_).code;
    if (!code.written() || !disjoint(code, right)) return false;
    return !(is_registered(code) && is_registered(right));
  }

  void report(ClaimId primary, Findings& findings) const {
    findings.add(place(primary), other_disputed_locations(primary), [&](Diagnostic& finding) {
      const base::Code& code = claim(primary).code;
      const base::Code& right = claim(*authority_).code;
      finding.message = message();
      finding.label = fmt::format("given {} here", stated(code));
      finding.notes.push_back(
          {fmt::format("{} {} here", is_title(*authority_) ? "the title says" : "given", stated(right)),
           place(*authority_), true});
      note_others(primary, finding);
      for (const std::uint32_t value : stated_numbers(code)) note_number(input_, value, name_, finding);
      if (!input_.registry.find_name(name_).empty()) note_name(input_, name_, finding);
    });
  }

  // The message is the same for all claims, so it does not say "here".
  std::string message() const {
    const std::string right = stated(claim(*authority_).code, "or");
    std::vector<std::string> codes{is_title(*authority_) ? fmt::format("{} in its title", right) : right};
    bool more = false;
    for (const ClaimId id : ids_) {
      if (!disagrees(id)) continue;
      const std::string code = stated(claim(id).code, "or");
      if (std::find(codes.begin(), codes.end(), code) != codes.end() || code == right) continue;
      more = more || codes.size() == kMaxCodes;
      if (codes.size() < kMaxCodes) codes.push_back(code);
    }
    return fmt::format("{} is given {} codes: {}", name_, how_many(codes.size(), more), listed(codes));
  }

  // Whether a claim disagrees and is neither the reported claim nor the authority.
  bool is_other(ClaimId id, ClaimId primary) const { return id != primary && id != *authority_ && disagrees(id); }

  // The locations of the authority and of the other claims that disagree with it, except those that the registry
  // confirms.
  std::vector<corpus::Location> other_disputed_locations(ClaimId primary) const {
    std::vector<corpus::Location> places;
    if (!is_registered(claim(*authority_).code)) places.push_back(place(*authority_));
    for (const ClaimId id : ids_) {
      if (is_other(id, primary) && !is_registered(claim(id).code)) places.push_back(place(id));
    }
    return places;
  }

  void note_others(ClaimId primary, Diagnostic& finding) const {
    for (const ClaimId id : ids_) {
      if (finding.notes.size() == kMaxNotes) return;
      if (!is_other(id, primary)) continue;
      finding.notes.push_back({fmt::format("given {} here", stated(claim(id).code)), place(id), true});
    }
  }

  const CorpusInput& input_;
  std::string_view name_;
  std::span<const ClaimId> ids_;
  const ClaimId* authority_ = nullptr;
};

void check(const CorpusInput& input, Findings& findings) {
  for (const std::string_view name : input.index.repeated_names()) Conflict(input, name).report_if_any(findings);
}

}  // namespace

const Rule kConflictingName = {
    .id = "conflicting-name",
    .summary = "one name is given two codes in the corpus",
    .explanation =
        R"(A claim is any place where an article gives a code to a name: its title, a field, a related error or prose.
This rule compares all claims about one name and finds those that have no number in common. There is one finding for
each name. If an article documents the name, the other claims are compared with its title.

At least one of the claims is wrong, which is certain even without a registry. A related entry whose number differs from
that of the article it links to leads readers to the wrong error.

Check the owner of each number in the notes and correct the wrong claim. If the registry has several codes for a name,
articles may give it any of them.)",
    .example = R"(first.txt:   ERROR_FILE_NOT_FOUND - 2 (0x2)
second.txt:  • ERROR_FILE_NOT_FOUND (3): The file does not exist.)",
    .severity = Severity::error,
    .needs = Needs::corpus,
    .disputes = true,
    .check_corpus = check,
};

}  // namespace errpress::lint
