#include "lint/conflicts.h"

#include <algorithm>
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
    for (const std::uint32_t code : input_.index.repeated_codes()) find_by_code(code);
    // A claim whose name has another code in its title is in conflict for that, whoever else has its code.
    std::stable_sort(conflicts_.begin(), conflicts_.end(),
                     [](const Conflict& a, const Conflict& b) { return a.claim < b.claim; });
    const auto last = std::unique(conflicts_.begin(), conflicts_.end(),
                                  [](const Conflict& a, const Conflict& b) { return a.claim == b.claim; });
    conflicts_.erase(last, conflicts_.end());
    return std::move(conflicts_);
  }

 private:
  const Claim& claim(ClaimId id) const { return input_.index.claim(id); }
  bool is_title(ClaimId id) const { return claim(id).origin == corpus::Origin::title; }

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
    return std::any_of(wraps.begin(), wraps.end(), [&](const corpus::Wrap& wrap) {
      return corpus::wrap(wrap.inner, code, wrap.outer) == value;
    });
  }

  // The claim of the best grade that has a code; of equal ones, the first.
  const ClaimId* authority_of(std::span<const ClaimId> ids) const {
    const ClaimId* best = nullptr;
    for (const ClaimId& id : ids) {
      if (claim(id).code.written() && (best == nullptr || claim(id).grade > claim(*best).grade)) best = &id;
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
      group.push_back({.claim = id, .authority = *authority, .kind = ConflictKind::name, .others = {}});
    }
    if (!group.empty() && !is_settled(ids.front())) add(std::move(group));
  }

  // Compares the claims of one family with the first title that has the code, or else with the first claim of the best
  // grade.
  void find_by_code(std::uint32_t code) {
    const auto ids = input_.index.claims_of_code(code);
    const std::string_view name = input_.index.name(ids.front());
    if (std::all_of(ids.begin() + 1, ids.end(), [&](ClaimId id) { return input_.index.name(id) == name; })) return;
    std::vector<ClaimId> unsettled;
    for (const ClaimId id : ids) {
      if (!is_settled(id) && owners_of(input_, code, family(id)).empty()) unsettled.push_back(id);
    }
    while (unsettled.size() > 1) {
      const corpus::FamilyId first = family(unsettled.front());
      const auto rest = std::stable_partition(unsettled.begin(), unsettled.end(),
                                              [&](ClaimId id) { return family(id) == first; });
      compare(code, std::span(unsettled.begin(), rest));
      unsettled.erase(unsettled.begin(), rest);
    }
  }

  corpus::FamilyId family(ClaimId id) const { return family_of(input_, input_.index.summary(id), claim(id)); }

  void compare(std::uint32_t code, std::span<const ClaimId> ids) {
    const ClaimId* authority = authority_of(ids);
    if (authority == nullptr) return;
    const std::string_view owner = input_.index.name(*authority);
    std::vector<Conflict> titles;
    std::vector<Conflict> group;
    for (const ClaimId& id : ids) {
      if (same_error(input_, owner, input_.index.name(id), code)) continue;
      if (is_title(id)) {
        titles.push_back({.claim = id, .authority = *authority, .kind = ConflictKind::titles, .code = code, .others = {}});
      } else if (input_.index.articles_named(input_.index.name(id)).empty()) {
        group.push_back({.claim = id, .authority = *authority, .kind = ConflictKind::code, .code = code, .others = {}});
      }
    }
    for (Conflict& conflict : titles) add({std::move(conflict)});
    add(std::move(group));
  }

  // Adds claims that contradict one authority. The first of the weakest is reported.
  void add(std::vector<Conflict> group) {
    if (group.empty()) return;
    const auto weakest = std::min_element(group.begin(), group.end(), [&](const Conflict& a, const Conflict& b) {
      return claim(a.claim).grade < claim(b.claim).grade;
    });
    weakest->reported = true;
    for (const Conflict& conflict : group) {
      if (!conflict.reported) weakest->others.push_back(conflict.claim);
    }
    std::move(group.begin(), group.end(), std::back_inserter(conflicts_));
  }

  const CorpusInput& input_;
  std::vector<Conflict> conflicts_;
};

}  // namespace

Conflicts::Conflicts(const CorpusInput& input) : conflicts_(ConflictFinder(input).find()) {}

const Conflict* Conflicts::find(corpus::ClaimId id) const {
  if (conflicts_.empty()) return nullptr;
  const auto found = std::lower_bound(conflicts_.begin(), conflicts_.end(), id,
                                      [](const Conflict& conflict, ClaimId key) { return conflict.claim < key; });
  return found != conflicts_.end() && found->claim == id ? &*found : nullptr;
}

}  // namespace errpress::lint
