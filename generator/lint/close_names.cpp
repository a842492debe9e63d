#include "lint/close_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>

#include "base/closest.h"
#include "base/name.h"
#include "lint/words.h"

namespace errpress::lint {

namespace {

// Of the names that share a word, at most about this many are counted, those with the rarest words first.
constexpr std::size_t kMaxCounted = 2000;
// At most this many names are compared, those that share the most words first.
constexpr std::size_t kMaxCompared = 48;
constexpr std::size_t kMaxCloseWords = 3;
// A misspelt word differs in size by at most this.
constexpr std::size_t kMaxSizeDifference = 2;
// How many more names to collect than requested, as a factor, because unlikely ones are dropped.
constexpr std::size_t kOversampling = 4;

// Calls `visit` with each non-empty word of `name`, as separated by underscores.
template <typename Visit>
void for_each_word(std::string_view name, Visit visit) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('_'), name.size());
    if (end > 0) visit(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

// A number or an abbreviation that differs is a different word rather than a misspelling.
bool can_be_misspelt(std::string_view word) {
  constexpr std::size_t kMinSize = 4;
  return word.size() >= kMinSize && std::none_of(word.begin(), word.end(), base::is_digit);
}

bool has_word(std::string_view name, std::string_view word) {
  bool found = false;
  for_each_word(name, [&](std::string_view other) { found = found || other == word; });
  return found;
}

// Edit distance alone is not enough: ERROR_IPSEC_DOSP_BLOCK is not what ERROR_IPSEC_NO_POLICY means. Accepts a
// candidate that shares more than half of the words or differs in only a few letters.
bool is_likely(std::string_view name, std::string_view candidate) {
  constexpr std::size_t kLettersPerTypo = 5;
  std::size_t words = 0;
  std::size_t shared = 0;
  for_each_word(name, [&](std::string_view word) {
    ++words;
    if (has_word(candidate, word)) ++shared;
  });
  const std::size_t typos = std::max<std::size_t>(1, name.size() / kLettersPerTypo);
  return 2 * shared > words || base::NameDistance(name).to(candidate, typos) <= typos;
}

}  // namespace

struct CloseNames::Words {
  std::vector<std::string_view> names;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> names_with;
  // Words that can be misspelt, by their first letter, shortest first.
  std::array<std::vector<std::string_view>, 256> words;

  void add(std::string_view name) {
    const auto number = static_cast<std::uint32_t>(names.size());
    names.push_back(name);
    for_each_word(name, [&](std::string_view word) {
      auto& numbers = names_with[word];
      if (numbers.empty() && can_be_misspelt(word)) words[static_cast<unsigned char>(word.front())].push_back(word);
      if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
    });
  }

  void sort() {
    for (auto& list : words) {
      std::stable_sort(list.begin(), list.end(), [](auto a, auto b) { return a.size() < b.size(); });
    }
  }

  // The known words that `word` may be a misspelling of.
  std::vector<std::string_view> close_words(std::string_view word) const {
    const auto& list = words[static_cast<unsigned char>(word.front())];
    const auto first = std::partition_point(list.begin(), list.end(), [&](std::string_view other) {
      return other.size() + kMaxSizeDifference < word.size();
    });
    const auto last = std::partition_point(
        first, list.end(), [&](std::string_view other) { return other.size() <= word.size() + kMaxSizeDifference; });
    return base::closest(word, std::span(first, last), kMaxCloseWords);
  }

  // The lists of names that share a word with `name`, or contain a word close to one of its words, shortest list first.
  std::vector<const std::vector<std::uint32_t>*> lists_for(std::string_view name) const {
    std::vector<const std::vector<std::uint32_t>*> lists;
    const auto add_list = [&](std::string_view word) {
      const auto found = names_with.find(word);
      if (found != names_with.end()) lists.push_back(&found->second);
      return found != names_with.end();
    };
    for_each_word(name, [&](std::string_view word) {
      if (add_list(word) || !can_be_misspelt(word)) return;
      for (const std::string_view close : close_words(word)) add_list(close);
    });
    std::stable_sort(lists.begin(), lists.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
    return lists;
  }

  // The numbers of the names that share the most words with `name`, in that order, at most kMaxCompared.
  std::vector<std::uint32_t> candidates(std::string_view name) const {
    std::vector<std::uint8_t> shared(names.size());
    std::vector<std::uint32_t> found;
    std::size_t counted = 0;
    for (const std::vector<std::uint32_t>* list : lists_for(name)) {
      if (counted > 0 && counted + list->size() > kMaxCounted) break;
      counted += list->size();
      for (const std::uint32_t number : *list) {
        if (shared[number]++ == 0) found.push_back(number);
      }
    }
    const std::size_t count = std::min(found.size(), kMaxCompared);
    std::partial_sort(
        found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(),
        [&](std::uint32_t a, std::uint32_t b) { return shared[a] != shared[b] ? shared[a] > shared[b] : a < b; });
    found.resize(count);
    return found;
  }
};

CloseNames::CloseNames(const corpus::CorpusIndex& index, const corpus::Registry& registry)
    : index_(index), registry_(registry) {}

CloseNames::~CloseNames() = default;

const CloseNames::Words& CloseNames::words() const {
  const std::lock_guard lock(building_);
  if (words_) return *words_;
  auto words = std::make_unique<Words>();
  for (const corpus::RegistryEntry& entry : registry_.entries()) words->add(entry.name);
  for (const corpus::ArticleSummary& summary : index_.articles()) {
    if (summary.has_title && !registry_.knows_name(summary.name())) words->add(summary.name());
  }
  words->sort();
  words_ = std::move(words);
  return *words_;
}

std::vector<std::string_view> CloseNames::closest(std::string_view name, std::size_t limit) const {
  const Words& known = words();
  const std::string folded = capitals(name);
  base::ClosestNames nearest(folded, limit * kOversampling);
  for (const std::uint32_t number : known.candidates(folded)) nearest.offer(known.names[number]);
  std::vector<std::string_view> names = nearest.names();
  std::erase_if(names, [&](std::string_view candidate) { return !is_likely(folded, candidate); });
  if (names.size() > limit) names.resize(limit);
  return names;
}

std::string_view CloseNames::ignoring_case(std::string_view name) const {
  const std::string folded = capitals(name);
  const auto entries = registry_.find_name(folded);
  if (!entries.empty()) return entries.front()->name;
  const auto articles = index_.articles_named(folded);
  if (!articles.empty()) return index_.articles()[articles.front()].name();
  for (const std::string_view close : closest(name, kMaxCloseWords)) {
    if (base::equal_ignoring_case(close, name)) return close;
  }
  return {};
}

bool is_known(const corpus::CorpusIndex& index, const corpus::Registry& registry, std::string_view name) {
  return registry.knows_name(name) || !index.articles_named(name).empty();
}

}  // namespace errpress::lint
