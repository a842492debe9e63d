#include "lint/conflicts.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "lint/claims.h"
#include "lint/judgement.h"

namespace errpress::lint {

namespace {

using corpus::Claim;
using corpus::ClaimId;

class ConflictFinder {
 public:
  explicit ConflictFinder(const CorpusInput& input) : input_(input) {}

  std::vector<Conflict> find() {
    for (const std::string_view name : input_.index.repeated_names()) find_by_name(input_.index.claims_of_name(name));
    sort_by_claim();
    with_other_code_ = conflicts_.size();
    for (const std::uint32_t code : input_.index.repeated_codes()) find_by_code(code);
    sort_by_claim();
    const auto last = std::unique(conflicts_.begin(), conflicts_.end(),
                                  [](const Conflict& a, const Conflict& b) { return a.claim == b.claim; });
    conflicts_.erase(last, conflicts_.end());
    return std::move(conflicts_);
  }

 private:
  const Claim& claim(ClaimId id) const { return input_.index.claim(id); }
  bool is_title(ClaimId id) const { return claim(id).origin == corpus::Origin::title; }

  void sort_by_claim() {
    std::stable_sort(conflicts_.begin(), conflicts_.end(),
                     [](const Conflict& a, const Conflict& b) { return a.claim < b.claim; });
  }

  // Whether a better claim gives another code to the name, so that it is in conflict for that, whoever else has its
  // code.
  bool has_other_code(ClaimId id) const {
    const auto end = conflicts_.begin() + static_cast<std::ptrdiff_t>(with_other_code_);
    const auto found = std::lower_bound(conflicts_.begin(), end, id,
                                        [](const Conflict& conflict, ClaimId key) { return conflict.claim < key; });
    return found != end && found->claim == id;
  }

  Verdict verdict(ClaimId id) const { return judge(input_, input_.index.summary(id), claim(id)).verdict; }

  // Whether another rule reports what is wrong with the claim.
  bool has_own_finding(ClaimId id) const {
    const Verdict own = verdict(id);
    return own != Verdict::right && own != Verdict::wrapped;
  }

  bool is_confirmed(ClaimId id) const { return is_settled(id) && !has_own_finding(id); }

  // Whether registries say which codes the name has.
  bool is_settled(ClaimId id) const { return !entries_for(input_, input_.index.summary(id), claim(id)).empty(); }

  // Whether two codes of one name agree: they share a number, or one is the other wrapped.
  static bool agree(const base::Code& a, const base::Code& b) {
    for (const std::uint32_t x : stated_numbers(a)) {
      for (const std::uint32_t y : stated_numbers(b)) {
        if (x == y || is_wrapped(x, y) || is_wrapped(y, x)) return true;
      }
    }
    return false;
  }

  // The family of the name may be unknown, so that each wrap counts.
  static bool is_wrapped(std::uint32_t code, std::uint32_t value) {
    const auto wraps = corpus::wraps();
    return std::any_of(wraps.begin(), wraps.end(),
                       [&](const corpus::Wrap& wrap) { return corpus::wrap(wrap.inner, code, wrap.outer) == value; });
  }

  // Whether a claim is good enough to contradict others where no title says who is right.
  bool is_evidence(ClaimId id) const { return claim(id).code.written() && !claim(id).marks_only; }

  // The claim of the best grade that has a code; of equal ones, the first. nullptr if there is none.
  const ClaimId* authority_of(std::span<const ClaimId> ids) const {
    const ClaimId* best = nullptr;
    for (const ClaimId& id : ids) {
      if (is_evidence(id) && (best == nullptr || claim(id).grade > claim(*best).grade)) best = &id;
    }
    return best;
  }

  void find_by_name(std::span<const ClaimId> ids) {
    const ClaimId* authority = authority_of(ids);
    if (authority == nullptr) return;
    std::vector<Conflict> group;
    for (const ClaimId& id : ids) {
      const base::Code& code = claim(id).code;
      // Two titles of one name: duplicate-name reports them.
      if (!code.written() || is_title(id) || agree(code, claim(*authority).code)) continue;
      if (!is_title(*authority) && !is_evidence(id)) continue;
      group.push_back({.claim = id, .authority = *authority, .kind = ConflictKind::name, .others = {}});
    }
    if (group.empty() || is_settled(ids.front())) return;
    if (!is_title(*authority)) return add(std::move(group));
    for (std::vector<Conflict>& same : by_stated_code(std::move(group))) add(std::move(same));
  }

  // Claims that give a name one wrong code are one mistake, or the title is; other codes are other mistakes.
  std::vector<std::vector<Conflict>> by_stated_code(std::vector<Conflict> conflicts) const {
    std::vector<std::vector<Conflict>> groups;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> number_of;
    for (Conflict& conflict : conflicts) {
      const StatedNumbers numbers = stated_numbers(claim(conflict.claim).code);
      const auto [found, is_new] =
          number_of.try_emplace({numbers.values[0], numbers.values[numbers.count - 1U]}, groups.size());
      if (is_new) groups.emplace_back();
      groups[found->second].push_back(std::move(conflict));
    }
    return groups;
  }

  void find_by_code(std::uint32_t code) {
    const auto ids = input_.index.claims_of_code(code);
    const std::string_view name = input_.index.name(ids.front());
    if (std::all_of(ids.begin() + 1, ids.end(), [&](ClaimId id) { return input_.index.name(id) == name; })) return;
    std::vector<ClaimId> titles;
    std::vector<ClaimId> unsettled;
    for (const ClaimId id : ids) {
      if (is_title(id)) titles.push_back(id);
      if (!is_settled(id) && !has_other_code(id)) unsettled.push_back(id);
    }
    for_each_family(std::move(titles), [&](std::span<const ClaimId> family) { compare_titles(code, family); });
    for_each_family(std::move(unsettled), [&](std::span<const ClaimId> family) { compare(code, family); });
  }

  corpus::FamilyId family(ClaimId id) const { return family_of(input_, input_.index.summary(id), claim(id)); }

  // Calls `visit` with the claims of each family that has more than one.
  template <typename Visit>
  void for_each_family(std::vector<ClaimId> ids, Visit visit) const {
    while (ids.size() > 1) {
      const corpus::FamilyId first = family(ids.front());
      const auto rest = std::stable_partition(ids.begin(), ids.end(), [&](ClaimId id) { return family(id) == first; });
      if (rest - ids.begin() > 1) visit(std::span<const ClaimId>(ids.begin(), rest));
      ids.erase(ids.begin(), rest);
    }
  }

  // Compares titles that have one code with the first that registries confirm, or else with the first.
  void compare_titles(std::uint32_t code, std::span<const ClaimId> titles) {
    const auto confirmed = std::find_if(titles.begin(), titles.end(), [&](ClaimId id) { return is_confirmed(id); });
    const ClaimId authority = confirmed == titles.end() ? titles.front() : *confirmed;
    for (const ClaimId id : titles) {
      if (same_error(input_, input_.index.name(authority), input_.index.name(id), code) || is_confirmed(id)) continue;
      add({{.claim = id, .authority = authority, .kind = ConflictKind::titles, .code = code, .others = {}}});
    }
  }

  // Compares claims with the first title that has the code, or else with the first claim of the best grade.
  void compare(std::uint32_t code, std::span<const ClaimId> ids) {
    const ClaimId* const best = authority_of(ids);
    if (best == nullptr) return;
    const ClaimId authority = *best;
    std::vector<Conflict> group;
    for (const ClaimId id : ids) {
      if (!is_title(authority) && !is_evidence(id)) continue;
      if (is_title(id) || same_error(input_, input_.index.name(authority), input_.index.name(id), code)) continue;
      if (!input_.index.articles_named(input_.index.name(id)).empty()) continue;
      group.push_back({.claim = id, .authority = authority, .kind = ConflictKind::code, .code = code, .others = {}});
    }
    add(std::move(group));
  }

  // Adds claims that contradict one authority. The first of the weakest is reported, of those without a finding of
  // their own if there are any.
  void add(std::vector<Conflict> group) {
    if (group.empty()) return;
    using Rank = std::pair<bool, corpus::Grade>;
    Conflict* weakest = nullptr;
    Rank lowest;
    for (Conflict& conflict : group) {
      const Rank rank{has_own_finding(conflict.claim), claim(conflict.claim).grade};
      if (weakest != nullptr && !(rank < lowest)) continue;
      weakest = &conflict;
      lowest = rank;
    }
    weakest->reported = true;
    for (const Conflict& conflict : group) {
      if (!conflict.reported) weakest->others.push_back(conflict.claim);
    }
    std::move(group.begin(), group.end(), std::back_inserter(conflicts_));
  }

  const CorpusInput& input_;
  std::vector<Conflict> conflicts_;
  std::size_t with_other_code_ = 0;  // so many of them are of the kind `name`; ordered by claim
};

}  // namespace

std::vector<ClaimId> disputed_by(const corpus::CorpusIndex& index, const Conflict& conflict) {
  std::vector<ClaimId> disputed;
  if (index.claim(conflict.authority).grade <= index.claim(conflict.claim).grade) {
    disputed.push_back(conflict.authority);
  }
  disputed.insert(disputed.end(), conflict.others.begin(), conflict.others.end());
  return disputed;
}

Conflicts::Conflicts(const CorpusInput& input) : conflicts_(ConflictFinder(input).find()) {}

const Conflict* Conflicts::find(corpus::ClaimId id) const {
  if (conflicts_.empty()) return nullptr;
  const auto found = std::lower_bound(conflicts_.begin(), conflicts_.end(), id,
                                      [](const Conflict& conflict, ClaimId key) { return conflict.claim < key; });
  return found != conflicts_.end() && found->claim == id ? &*found : nullptr;
}

}  // namespace errpress::lint
