// Claims of a corpus that contradict each other where no registry settles who is right: one name with two codes, one
// code with two names. Each claim in conflict has one entry. Const after construction, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/corpus_index.h"

namespace errpress::lint {

struct CorpusInput;

enum class ConflictKind : std::uint8_t { name, code, titles };  // titles: one code in the titles of two articles

// `claim` contradicts `authority`, a claim of the same grade or a better one. Of the claims that contradict one
// authority, the weakest is reported and the others are counted by it; where the authority is a title, of those that
// give the name the same code. A claim that has a finding of its own for another reason is not reported for others.
struct Conflict {
  corpus::ClaimId claim;
  corpus::ClaimId authority;
  ConflictKind kind = ConflictKind::name;
  bool reported = false;
  std::uint32_t code = 0;               // the contested code (kinds code and titles)
  std::vector<corpus::ClaimId> others;  // of the reported claim: the other claims that contradict the authority
};

// The other claims that a reported conflict puts in doubt: those that contradict the authority, too, and the authority
// if it is no stronger than the reported claim.
std::vector<corpus::ClaimId> disputed_by(const corpus::CorpusIndex& index, const Conflict& conflict);

class Conflicts {
 public:
  Conflicts() = default;
  // Takes time linear in the number of claims whose name or code more than one claim states.
  explicit Conflicts(const CorpusInput& input);

  // nullptr if the claim is in no conflict, or is the one that the others are compared with.
  const Conflict* find(corpus::ClaimId claim) const;

 private:
  std::vector<Conflict> conflicts_;  // ordered by claim, one for a claim
};

}  // namespace errpress::lint
