#include "lint/judgement.h"

#include <algorithm>

#include "base/closest.h"
#include "lint/claims.h"

namespace errpress::lint {

namespace {

using corpus::FamilyId;
using corpus::kNoFamily;
using Entries = std::vector<const corpus::RegistryEntry*>;

// How a number relates to the entries of its name.
enum class Relation : std::uint8_t { equal, wrapped, other };

Relation relation(const Entries& entries, std::uint32_t value) {
  bool wrapped = false;
  for (const corpus::RegistryEntry* entry : entries) {
    if (entry->code == value) return Relation::equal;
    wrapped = wrapped || wrapping_family(entry->family, entry->code, value) != kNoFamily;
  }
  return wrapped ? Relation::wrapped : Relation::other;
}

// The family of the article with that name; kNoFamily if there is none or it has none.
FamilyId titled_family(const CorpusInput& input, std::string_view name) {
  const auto articles = input.index.articles_named(name);
  return articles.empty() ? kNoFamily : input.index.articles()[articles.front()].family;
}

bool carries(FamilyId inner, FamilyId outer) {
  const auto wraps = corpus::wraps();
  return std::any_of(wraps.begin(), wraps.end(),
                     [&](const corpus::Wrap& wrap) { return wrap.inner == inner && wrap.outer == outer; });
}

// A registry's entry in another family than the one that the configuration gives to the name, or to its article, says
// nothing about it. A wrapped code in a title moves the article to another family, too, but the entries still apply.
bool applies_to(const corpus::RegistryEntry& entry, FamilyId family) {
  return family == kNoFamily || entry.family == family || carries(entry.family, family);
}

// The family of a name with these entries: that of its article if one of them is in it, otherwise that of the first.
FamilyId family_among(const Entries& entries, FamilyId titled) {
  const bool has_titled =
      std::any_of(entries.begin(), entries.end(), [&](const auto* entry) { return entry->family == titled; });
  return has_titled ? titled : entries.front()->family;
}

Entries aliased_entries(const CorpusInput& input, std::string_view name) {
  for (const std::string_view alias : input.aliases.of(name)) {
    Entries entries = input.registry.find_name(alias);
    if (!entries.empty()) return entries;
  }
  return {};
}

// The family that words beside the code name; kNoFamily if there are none.
FamilyId stated_family(const CorpusInput& input, const corpus::Claim& claim) {
  const std::string_view id = base::id_of(claim.family);
  return id.empty() ? kNoFamily : input.registry.families().find(id).value_or(kNoFamily);
}

// Of a name in several families, only the entries in the stated one count.
void keep_stated(FamilyId stated, Entries& entries) {
  const auto is_stated = [&](const auto* entry) { return entry->family == stated; };
  if (std::none_of(entries.begin(), entries.end(), is_stated)) return;
  std::erase_if(entries, [&](const auto* entry) { return !is_stated(entry); });
}

// `family` is that of the name.
Judgement judge_known(const corpus::Claim& claim, const Entries& entries, FamilyId family) {
  const base::Code& code = claim.code;
  const auto relation_of = [&](const base::Number& number) {
    return number.written() ? relation(entries, number.value) : Relation::equal;
  };
  Relation decimal = relation_of(code.decimal);
  // Stop codes are often given in hexadecimal digits without 0x: "DPC_WATCHDOG_VIOLATION (133)".
  if (claim.may_be_hex && family == corpus::kBugcheck && decimal == Relation::other) {
    const auto as_hex = base::parse_hex("0x" + base::quote_decimal(code.decimal));
    if (as_hex) decimal = relation(entries, *as_hex);
  }
  const Relation hex = code.states_twice() ? decimal : relation_of(code.hex);
  Judgement judgement{.family = family};
  judgement.wrong_decimal = code.decimal.written() && decimal == Relation::other;
  judgement.wrong_hex = code.hex.written() && hex == Relation::other;
  if (judgement.wrong_decimal || judgement.wrong_hex) {
    judgement.verdict = Verdict::wrong_code;
  } else if (decimal == Relation::wrapped || hex == Relation::wrapped) {
    judgement.verdict = Verdict::wrapped;
  } else if (code.mismatched()) {
    judgement.verdict = Verdict::mismatch;
  }
  return judgement;
}

// More owners than that are no aliases: the registry has several enumerations, and nothing says which the name is of.
constexpr std::size_t kMostOwners = 4;

// Whether registries give `value` to other errors of the family only.
bool is_taken(const CorpusInput& input, std::string_view name, std::uint32_t value, FamilyId family) {
  const Entries owners = owners_of(input, value, family);
  return !owners.empty() && owners.size() <= kMostOwners && !input.crowded_families.contains(family) &&
         std::none_of(owners.begin(), owners.end(),
                      [&](const auto* owner) { return same_error(input, owner->name, name, value); });
}

// Whether the claim is a title whose code belongs to a registered name that is spelled almost the same.
bool is_misspelt_title(const CorpusInput& input, std::string_view name, const corpus::Claim& claim, FamilyId family) {
  const auto code = claim.code.value();
  if (claim.origin != corpus::Origin::title || !code) return false;
  const Entries owners = owners_of(input, *code, family);
  return owners.size() == 1 && base::is_misspelling(name, owners.front()->name) &&
         !input.aliases.are_aliases(name, owners.front()->name);
}

Judgement judge_unknown(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim) {
  const std::string_view name = summary.name_of(claim);
  Judgement judgement{.family = family_of(input, summary, claim)};
  const bool covered = judgement.family != kNoFamily && input.registry.covers(judgement.family);
  if (covered) {
    const base::Code& code = claim.code;
    judgement.wrong_decimal = code.decimal.written() && is_taken(input, name, code.decimal.value, judgement.family);
    judgement.wrong_hex = code.hex.written() && is_taken(input, name, code.hex.value, judgement.family);
    if (judgement.wrong_decimal || judgement.wrong_hex) judgement.verdict = Verdict::taken_code;
    if (input.index.articles_named(name).empty() || is_misspelt_title(input, name, claim, judgement.family)) {
      judgement.verdict = Verdict::unknown_name;
    }
  }
  if (judgement.verdict == Verdict::right && claim.code.mismatched()) judgement.verdict = Verdict::mismatch;
  return judgement;
}

}  // namespace

std::vector<const corpus::RegistryEntry*> entries_for(const CorpusInput& input, const corpus::ArticleSummary& summary,
                                                      const corpus::Claim& claim) {
  const std::string_view name = summary.name_of(claim);
  Entries entries = input.registry.find_name(name);
  if (entries.empty()) entries = aliased_entries(input, name);
  if (entries.empty()) return entries;
  keep_stated(stated_family(input, claim), entries);
  if (const FamilyId pattern = input.families.by_pattern(name); pattern != kNoFamily) {
    std::erase_if(entries, [&](const auto* entry) { return !applies_to(*entry, pattern); });
    return entries;
  }
  // The family of an article may follow from the code in its title: then the name's entries in other families apply,
  // too.
  const FamilyId titled = titled_family(input, name);
  const bool apply =
      std::any_of(entries.begin(), entries.end(), [&](const auto* entry) { return applies_to(*entry, titled); });
  return apply ? entries : Entries();
}

corpus::FamilyId family_of(const CorpusInput& input, const corpus::ArticleSummary& summary,
                           const corpus::Claim& claim) {
  const std::string_view name = summary.name_of(claim);
  if (!input.index.articles_named(name).empty()) return titled_family(input, name);
  if (const FamilyId stated = stated_family(input, claim); stated != kNoFamily) return stated;
  const FamilyId family = input.families.of(name, claim.code);
  return family == kNoFamily ? summary.family : family;
}

corpus::FamilyId wrapping_family(FamilyId inner, std::uint32_t code, std::uint32_t value) {
  for (const corpus::Wrap& wrap : corpus::wraps()) {
    if (wrap.inner == inner && corpus::wrap(inner, code, wrap.outer) == value) return wrap.outer;
  }
  return kNoFamily;
}

std::vector<const corpus::RegistryEntry*> owners_of(const CorpusInput& input, std::uint32_t value,
                                                    corpus::FamilyId family) {
  return family == kNoFamily ? input.registry.find_code(value) : input.registry.find_code(value, family);
}

Judgement judge(const CorpusInput& input, const corpus::ArticleSummary& summary, const corpus::Claim& claim) {
  if (claim.name_size == 0) {
    return {.verdict = claim.code.mismatched() ? Verdict::mismatch : Verdict::right, .family = summary.family};
  }
  const Entries entries = entries_for(input, summary, claim);
  if (!entries.empty()) {
    return judge_known(claim, entries, family_among(entries, titled_family(input, summary.name_of(claim))));
  }
  return judge_unknown(input, summary, claim);
}

base::Code wrong_part(const corpus::Claim& claim, const Judgement& judgement) {
  base::Code wrong;
  if (judgement.wrong_decimal) wrong.decimal = claim.code.decimal;
  if (judgement.wrong_hex) wrong.hex = claim.code.hex;
  return wrong;
}

}  // namespace errpress::lint
