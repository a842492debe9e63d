#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/words.h"
#include "lint/claims.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

constexpr std::size_t kMaxNames = 5;
constexpr std::size_t kMaxNotes = 2;

bool applies(const JudgedClaim& judged) {
  return judged.conflict != nullptr && judged.conflict->kind == ConflictKind::code && judged.conflict->reported;
}

corpus::Location place(const JudgedClaim& judged) {
  return number_place(judged.summary, judged.claim, judged.conflict->code);
}

class Wording {
 public:
  Wording(const JudgedClaim& judged, Diagnostic& finding)
      : judged_(judged), index_(judged.input.index), conflict_(*judged.conflict), finding_(finding) {}

  void write() {
    const corpus::ClaimId authority = conflict_.authority;
    const bool titled = index_.claim(authority).origin == corpus::Origin::title;
    std::vector<std::string> names{std::string(judged_.name()), std::string(index_.name(authority))};
    bool more = false;
    for (const corpus::ClaimId id : conflict_.others) add_name(index_.name(id), names, more);
    finding_.message =
        fmt::format("{} is given to {} names: {}", format_like(judged_.claim.code, conflict_.code, judged_.is_signed()),
                    how_many(names.size(), more), listed(names));
    finding_.label = fmt::format("given to {} here", judged_.name());
    add_note(authority, titled ? "the title gives it to" : "given to");
    note_others();
  }

 private:
  static void add_name(std::string_view name, std::vector<std::string>& names, bool& more) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    more = more || names.size() == kMaxNames;
    if (names.size() < kMaxNames) names.emplace_back(name);
  }

  corpus::Location place_of(corpus::ClaimId id) const {
    return number_place(index_.summary(id), index_.claim(id), conflict_.code);
  }

  void add_note(corpus::ClaimId id, std::string_view words) {
    finding_.notes.push_back({fmt::format("{} {} here", words, index_.name(id)), place_of(id), true});
  }

  void note_others() {
    const auto& others = conflict_.others;
    for (std::size_t i = 0; i < others.size() && i < kMaxNotes; ++i) add_note(others[i], "given to");
    if (others.size() <= kMaxNotes) return;
    finding_.notes.push_back(
        {fmt::format("and in {}", base::counted(others.size() - kMaxNotes, "more place", "more places")), std::nullopt,
         true});
  }

  const JudgedClaim& judged_;
  const corpus::CorpusIndex& index_;
  const Conflict& conflict_;
  Diagnostic& finding_;
};

void word(const JudgedClaim& judged, Diagnostic& finding) { Wording(judged, finding).write(); }

void dispute(const JudgedClaim& judged, std::vector<DisputedPlace>& places) {
  const corpus::CorpusIndex& index = judged.input.index;
  for (const corpus::ClaimId id : disputed_by(index, *judged.conflict)) {
    const corpus::Claim& claim = index.claim(id);
    places.push_back({number_place(index.summary(id), claim, judged.conflict->code), is_in_prose(claim)});
  }
}

}  // namespace

const Rule kConflictingCode = {
    .id = "conflicting-code",
    .summary = "one code is given to two names in the corpus",
    .explanation =
        R"(A claim is any place where an article gives a code to a name: its title, a field, a related error or prose.
This rule compares the claims of all articles and finds numbers that are given to two names of one family, neither of
which is in a registry. There is one finding for each number, and its notes point to the other claims.

At least one of the claims is wrong, which is certain even without a registry. All are compared with the title that
has the number, or else with the strongest claim: a field is stronger than a related error, and that is stronger than
prose. The finding is at the weakest of the claims that contradict it. A weaker claim never puts a stronger one in
doubt.

Correct the wrong claims. If a code really has two names, list both under `aliases` in errpress.yaml, or add both to a
registry. If the names are in two families (which may use the same numbers), say so under `families`.)",
    .example = R"(first.txt:   • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002): The policy does not exist.
second.txt:  • ERROR_IPSEC_INVALID_POLICY (13002): The policy is not valid.)",
    .severity = Severity::error,
    .needs = Needs::corpus,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
    .dispute = dispute,
};

}  // namespace errpress::lint
