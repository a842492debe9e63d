#include "corpus/error_names.h"

#include <algorithm>
#include <span>
#include <vector>

#include "base/closest.h"
#include "base/name.h"

namespace errpress::corpus {

namespace {

constexpr std::size_t kMinLetters = 5;  // of a name that is recognised although it is misspelt

// The size of the word at the start of `text`, without its underscore.
std::size_t word_size(std::string_view text) { return std::min(text.find('_'), text.size()); }

// Whether `name` has at least two words, all of them words of `other` in the same order: a word was lost.
bool lacks_words_of(std::string_view name, std::string_view other) {
  std::size_t words = 0;
  while (!name.empty() && !other.empty()) {
    const std::size_t size = word_size(other);
    if (name.substr(0, word_size(name)) == other.substr(0, size)) {
      name.remove_prefix(std::min(size + 1, name.size()));
      ++words;
    }
    other.remove_prefix(std::min(size + 1, other.size()));
  }
  return name.empty() && words >= 2;
}

bool is_near(std::string_view name, std::string_view other) {
  if (name.size() < kMinLetters) return false;
  return base::is_misspelling(name, other) || lacks_words_of(name, other);
}

bool has_name_in_prose(const Claim& claim) { return claim.origin == Origin::prose && claim.name_size != 0; }

// What is known about the name of each claim; `none` for the claims that have no name in prose.
std::vector<NameEvidence> evidence_of(const ArticleSummary& summary, ErrorNames& names) {
  std::vector<NameEvidence> evidence;
  for (const Claim& claim : summary.claims) {
    const bool named = has_name_in_prose(claim);
    evidence.push_back(named ? names.evidence(summary.name_of(claim), claim) : NameEvidence::none);
  }
  return evidence;
}

// Whether the text lists an enumeration of its own: three names or more that have nothing but a prefix in common with
// those of errors ("DNS_TYPE_A (1)", "DNS_TYPE_NS (2)" ...).
bool lists_an_enumeration(const ArticleSummary& summary, std::span<const NameEvidence> evidence) {
  constexpr std::size_t kMostUnknown = 2;
  std::vector<std::string_view> unknown;
  for (std::size_t i = 0; i < summary.claims.size(); ++i) {
    if (evidence[i] != NameEvidence::prefix) continue;
    const std::string_view name = summary.name_of(summary.claims[i]);
    if (std::find(unknown.begin(), unknown.end(), name) == unknown.end()) unknown.push_back(name);
    if (unknown.size() > kMostUnknown) return true;
  }
  return false;
}

}  // namespace

ErrorNames::ErrorNames(const Registry& registry, const article::Dialect& dialect,
                       std::span<const ArticleSummary> articles)
    : registry_(registry),
      dialect_(dialect),
      articles_(articles),
      known_([&registry](std::string_view name) { return registry.knows_name(name); }) {}

const ErrorNames::Titles& ErrorNames::titles() {
  if (titles_) return *titles_;
  Titles& titles = titles_.emplace();
  for (const ArticleSummary& article : articles_) {
    if (!article.has_title) continue;
    titles.names.insert(article.name());
    titles.prefixes.add(article.name());
    if (const auto code = article.code().value()) titles.by_code.emplace(*code, article.name());
  }
  for (const RegistryEntry& entry : registry_.entries()) titles.prefixes.add(entry.name);
  return titles;
}

bool ErrorNames::is_known(std::string_view name, const Claim& claim) {
  return registry_.knows_name(name) || titles().names.contains(name) ||
         claims::Names(dialect_, known_).is_misspelled(name) || is_near_owner(name, claim.code);
}

NameEvidence ErrorNames::evidence(std::string_view name, const Claim& claim) {
  if (is_known(name, claim)) return NameEvidence::known;
  const bool clear = !claim.marks_only && !claim.code.mismatched();
  return clear && has_prefix(name) ? NameEvidence::prefix : NameEvidence::none;
}

bool ErrorNames::has_prefix(std::string_view name) {
  return (dialect_.has_prefix(name) && base::looks_like_error_name(name)) || titles().prefixes.has_prefix(name);
}

bool ErrorNames::is_near_owner(std::string_view name, const base::Code& code) {
  return (code.decimal.written() && is_near_owner(name, code.decimal.value)) ||
         (code.hex.written() && !code.states_twice() && is_near_owner(name, code.hex.value));
}

bool ErrorNames::is_near_owner(std::string_view name, std::uint32_t code) {
  const auto owners = registry_.find_code(code);
  if (std::any_of(owners.begin(), owners.end(), [&](const auto* owner) { return is_near(name, owner->name); }))
    return true;
  const auto [first, last] = titles().by_code.equal_range(code);
  return std::any_of(first, last, [&](const auto& title) { return is_near(name, title.second); });
}

void drop_other_names(ArticleSummary& summary, ErrorNames& names) {
  if (std::none_of(summary.claims.begin(), summary.claims.end(), has_name_in_prose)) return;
  const std::vector<NameEvidence> evidence = evidence_of(summary, names);
  const NameEvidence least = lists_an_enumeration(summary, evidence) ? NameEvidence::known : NameEvidence::prefix;
  for (std::size_t i = 0; i < summary.claims.size(); ++i) {
    Claim& claim = summary.claims[i];
    if (!has_name_in_prose(claim) || evidence[i] >= least) continue;
    claim.name_size = 0;
    claim.name_span = {};
    claim.grade = Grade::loose;
  }
  std::erase_if(summary.claims, [](const Claim& claim) {
    return claim.origin == Origin::prose && claim.name_size == 0 && !claim.called_code;
  });
}

}  // namespace errpress::corpus
