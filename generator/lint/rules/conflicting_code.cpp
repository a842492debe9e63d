#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/words.h"
#include "lint/claims.h"
#include "lint/owners.h"
#include "lint/rules.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

using corpus::ClaimId;

// At most this many names are collected for one number; titles are still collected up to the second limit.
constexpr std::size_t kMaxNames = 5;
constexpr std::size_t kMaxTitles = 32;

// The claims that give the number to one name; `first` is the first title if there is one.
struct Group {
  std::string_view name;
  ClaimId first;
  std::size_t claims = 0;
  bool titled = false;
};

class Conflict {
 public:
  Conflict(const CorpusInput& input, std::uint32_t code)
      : input_(input), code_(code), ids_(input.index.claims_of_code(code)) {}

  // Whether a claim gives the number to another error than the first claim does.
  bool exists() const {
    const std::string_view first = name(ids_.front());
    return std::any_of(ids_.begin() + 1, ids_.end(),
                       [&](ClaimId id) { return !same_error(input_, first, name(id), code_); });
  }

  void report(Findings& findings) {
    collect_groups();
    const ClaimId* primary = primary_claim();
    if (primary == nullptr) return;
    findings.add(place(*primary), other_disputed_locations(*primary), [&](Diagnostic& finding) {
      finding.message = message(name(*primary));
      finding.label = fmt::format("given to {} here", name(*primary));
      for (const Group& group : groups_) note_group(group, name(*primary), finding);
      note_registry_owner(input_, code_, {}, finding);
    });
  }

 private:
  std::string_view name(ClaimId id) const { return input_.index.name(id); }
  bool is_title(ClaimId id) const { return input_.index.claim(id).origin == corpus::Origin::title; }
  corpus::Location place(ClaimId id) const {
    return number_place(input_.index.summary(id), input_.index.claim(id), code_);
  }

  void collect_groups() {
    for (const ClaimId id : ids_) {
      const auto known =
          std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) { return g.name == name(id); });
      if (known == groups_.end()) {
        if (groups_.size() >= (is_title(id) ? kMaxTitles : kMaxNames)) {
          more_names_ = true;
        } else {
          groups_.push_back({name(id), id, 1, is_title(id)});
        }
        continue;
      }
      ++known->claims;
      if (is_title(id) && !known->titled) known->first = id;
      known->titled = known->titled || is_title(id);
    }
  }

  bool is_titled(std::string_view owner) const {
    const auto any_titled = [&](auto same) {
      return std::any_of(groups_.begin(), groups_.end(), [&](const Group& g) { return g.titled && same(g.name); });
    };
    return any_titled([&](std::string_view title) { return title == owner; }) ||
           any_titled([&](std::string_view title) { return same_error(input_, title, owner, code_); });
  }

  // The claim to report. Titles are never reported; of the other claims, prefers the first one of a name that neither a
  // title nor the registry supports, then the first one of a name that no title supports. nullptr if only titles
  // disagree: duplicate-code reports those.
  const ClaimId* primary_claim() const {
    const ClaimId* untitled = nullptr;
    for (const ClaimId& id : ids_) {
      if (is_title(id) || is_titled(name(id))) continue;
      if (!gives(input_.registry, name(id), code_)) return &id;
      if (untitled == nullptr) untitled = &id;
    }
    return untitled;
  }

  // The locations of the other claims that the registry does not confirm.
  std::vector<corpus::Location> other_disputed_locations(ClaimId primary) const {
    std::vector<corpus::Location> places;
    for (const ClaimId id : ids_) {
      if (id != primary && !gives(input_.registry, name(id), code_)) places.push_back(place(id));
    }
    return places;
  }

  std::string message(std::string_view primary) const {
    std::vector<std::string> names{std::string(primary)};
    bool more = more_names_;
    for (const Group& group : groups_) {
      if (group.name == primary) continue;
      if (names.size() < kMaxNames) {
        names.emplace_back(group.name);
      } else {
        more = true;
      }
    }
    return fmt::format("{} is given to {} names: {}", base::format_code(code_), how_many(names.size(), more),
                       listed(names));
  }

  void note_group(const Group& group, std::string_view primary, Diagnostic& finding) const {
    if (group.name == primary) return;
    std::string message = fmt::format("{} {} here", group.titled ? "the title gives it to" : "given to", group.name);
    if (group.claims > 1)
      message += fmt::format(", and in {}", base::counted(group.claims - 1, "more place", "more places"));
    finding.notes.push_back({std::move(message), place(group.first), true});
  }

  const CorpusInput& input_;
  std::uint32_t code_;
  std::span<const ClaimId> ids_;
  std::vector<Group> groups_;
  bool more_names_ = false;
};

void check(const CorpusInput& input, Findings& findings) {
  for (const std::uint32_t code : input.index.repeated_codes()) {
    Conflict conflict(input, code);
    if (conflict.exists()) conflict.report(findings);
  }
}

}  // namespace

const Rule kConflictingCode = {
    .id = "conflicting-code",
    .summary = "one code is given to two names in the corpus",
    .explanation =
        R"(A claim is any place where an article gives a code to a name: its title, a field, a related error or prose.
This rule compares the claims of all articles and finds numbers that are given to two different names. There is one
finding for each number; its notes point to the conflicting claims.

At least one of the claims is wrong, which is certain even without a registry. The finding points to a claim that is not
a title, because titles are more likely to be right, but no claim is assumed to be correct.

Check the owner of the number in the notes and correct the other claims. If a code really has two names, the rule
accepts them if a registry gives the code to both, or if both are listed under `aliases` in errpress.yaml.)",
    .example = R"(first.txt:   • ERROR_IPSEC_MM_POLICY_NOT_FOUND (13002): The policy does not exist.
second.txt:  • ERROR_IPSEC_INVALID_POLICY (13002): The policy is not valid.)",
    .severity = Severity::error,
    .needs = Needs::corpus,
    .disputes = true,
    .check_corpus = check,
};

}  // namespace errpress::lint
