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

constexpr std::size_t kMaxNotes = 2;
constexpr std::size_t kMaxCodes = 4;

bool applies(const JudgedClaim& judged) {
  return judged.conflict != nullptr && judged.conflict->kind == ConflictKind::name && judged.conflict->reported;
}

corpus::Location place(const JudgedClaim& judged) { return code_place(judged.summary, judged.claim); }

corpus::Location place_of(const corpus::CorpusIndex& index, corpus::ClaimId id) {
  return code_place(index.summary(id), index.claim(id));
}

bool states_same(const base::Code& a, const base::Code& b) {
  return a.decimal.written() == b.decimal.written() && a.decimal.value == b.decimal.value &&
         a.hex.written() == b.hex.written() && a.hex.value == b.hex.value;
}

// The codes that claims other than the authority state, without those that state the same value.
std::vector<std::string> other_codes(const JudgedClaim& judged) {
  const corpus::CorpusIndex& index = judged.input.index;
  std::vector<base::Code> codes{judged.claim.code};
  for (const corpus::ClaimId id : judged.conflict->others) {
    const base::Code& code = index.claim(id).code;
    const auto same = [&](const base::Code& known) {
      return states_same(known, code) || (known.value() && known.value() == code.value());
    };
    if (codes.size() < kMaxCodes && std::none_of(codes.begin(), codes.end(), same)) codes.push_back(code);
  }
  std::vector<std::string> texts;
  texts.reserve(codes.size());
  for (const base::Code& code : codes) texts.push_back(stated(code, "or"));
  return texts;
}

void note_others(const JudgedClaim& judged, Diagnostic& finding) {
  const corpus::CorpusIndex& index = judged.input.index;
  const auto& others = judged.conflict->others;
  for (std::size_t i = 0; i < others.size() && i < kMaxNotes; ++i) {
    finding.notes.push_back(
        {fmt::format("given {} here", stated(index.claim(others[i]).code)), place_of(index, others[i]), true});
  }
  if (others.size() > kMaxNotes) {
    finding.notes.push_back(
        {fmt::format("and in {}", base::counted(others.size() - kMaxNotes, "more place", "more places")), std::nullopt,
         true});
  }
}

void word(const JudgedClaim& judged, Diagnostic& finding) {
  const corpus::CorpusIndex& index = judged.input.index;
  const corpus::ClaimId authority = judged.conflict->authority;
  const corpus::Claim& better = index.claim(authority);
  const std::string right = stated(better.code, "or");
  std::vector<std::string> codes = other_codes(judged);
  if (better.origin == corpus::Origin::title) {
    finding.message = fmt::format("{} is {} in its title, not {}", judged.name(), right, listed(codes, "or"));
    finding.notes.push_back({"its title is here", place_of(index, authority), true});
  } else {
    codes.insert(codes.begin(), right);
    finding.message =
        fmt::format("{} is given {} codes: {}", judged.name(), how_many(codes.size(), false), listed(codes));
    finding.notes.push_back({fmt::format("given {} here", right), place_of(index, authority), true});
  }
  finding.label = fmt::format("given {} here", stated(judged.claim.code));
  note_others(judged, finding);
}

void dispute(const JudgedClaim& judged, std::vector<DisputedPlace>& places) {
  const corpus::CorpusIndex& index = judged.input.index;
  for (const corpus::ClaimId id : disputed_by(index, *judged.conflict)) {
    places.push_back({place_of(index, id), is_in_prose(index.claim(id))});
  }
}

}  // namespace

const Rule kConflictingName = {
    .id = "conflicting-name",
    .summary = "one name is given two codes in the corpus",
    .explanation =
        R"(A claim is any place where an article gives a code to a name: its title, a field, a related error or prose.
This rule finds claims about one name that have no number in common, where no registry says which codes the name has.
The claims are compared with the name's title, or else with the strongest of them: a field is stronger than a related
error, and that is stronger than prose. There is one finding for each name, or if it has a title, for each code that
differs from it.

At least one of the claims is wrong, which is certain even without a registry. A related entry whose number differs
from that of the article it links to leads readers to the wrong error. The finding is at the weakest of the claims
that contradict the strongest, counts the others, and never puts a stronger claim in doubt.

Correct the wrong claims: if many articles agree with each other and not with a title, that is the title. A code of
the name that is wrapped in another family (an HRESULT made of a Win32 code) does not conflict.)",
    .example = R"(first.txt:   ERROR_FILE_NOT_FOUND - 2 (0x2)
second.txt:  • ERROR_FILE_NOT_FOUND (3): The file does not exist.)",
    .severity = Severity::error,
    .needs = Needs::corpus,
    .disputes = true,
    .applies = applies,
    .place = place,
    .word = word,
    .dispute = dispute,
};

}  // namespace errpress::lint
