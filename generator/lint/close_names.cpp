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
constexpr std::size_t kMaxCounted = 600;
// At most this many names are compared, those that share the most words first.
constexpr std::size_t kMaxCompared = 48;
// At most so many words of a name are looked at, the rarest first.
constexpr std::size_t kMaxLists = 16;
constexpr std::size_t kMaxCloseWords = 3;
// A misspelt word differs in size by at most this.
constexpr std::size_t kMaxSizeDifference = 2;

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

std::size_t count_words(std::string_view name) {
  std::size_t words = 0;
  for_each_word(name, [&](std::string_view) { ++words; });
  return words;
}

bool has_word(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || name[at - 1] == '_') && (end == name.size() || name[end] == '_')) return true;
  }
  return false;
}

// How many letters may differ if the words do not show that two names are close.
std::size_t typo_bound(std::string_view name) {
  constexpr std::size_t kLettersPerTypo = 5;
  return std::max<std::size_t>(1, name.size() / kLettersPerTypo);
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

  using Numbers = std::vector<std::uint32_t>;
  // The names that have a word of the name asked for, or a word close to it.
  struct List {
    std::string_view word;  // of the name asked for
    const Numbers* names = nullptr;
    bool exact = true;
  };

  // Shortest list first.
  std::vector<List> lists_for(std::string_view name) const {
    std::vector<List> lists;
    const auto add_list = [&](std::string_view word, std::string_view known) {
      const auto found = names_with.find(known);
      if (found != names_with.end()) lists.push_back({word, &found->second, word == known});
      return found != names_with.end();
    };
    for_each_word(name, [&](std::string_view word) {
      if (add_list(word, word) || !can_be_misspelt(word)) return;
      for (const std::string_view close : close_words(word)) add_list(word, close);
    });
    std::stable_sort(lists.begin(), lists.end(),
                     [](const List& a, const List& b) { return a.names->size() < b.names->size(); });
    return lists;
  }
};

namespace {

// The known names that share the most words with one name.
class Candidates {
 public:
  Candidates(const CloseNames::Words& known, std::string_view name) : known_(known), shared_(known.names.size()) {
    for (const CloseNames::Words::List& list : known.lists_for(name)) {
      if (!count(list) && list.exact) uncounted_.push_back(list.word);
    }
    keep_best();
  }

  const std::vector<std::uint32_t>& numbers() const { return found_; }

  // Whether the candidate has more than half of the `words` words of the name.
  bool shares_most(std::uint32_t number, std::size_t words) const {
    std::size_t shared = shared_[number].exact;
    if (2 * (shared + uncounted_.size()) <= words) return false;
    for (auto word = uncounted_.begin(); word != uncounted_.end() && 2 * shared <= words; ++word) {
      shared += has_word(known_.names[number], *word) ? 1 : 0;
    }
    return 2 * shared > words;
  }

 private:
  struct Shared {
    std::uint8_t any = 0;
    std::uint8_t exact = 0;
  };

  // Returns false if the list is too long, or one of too many.
  bool count(const CloseNames::Words::List& list) {
    if (lists_ == kMaxLists || (lists_ > 0 && counted_ + list.names->size() > kMaxCounted)) return false;
    ++lists_;
    counted_ += list.names->size();
    for (const std::uint32_t number : *list.names) {
      Shared& shared = shared_[number];
      if (shared.any++ == 0) found_.push_back(number);
      shared.exact = static_cast<std::uint8_t>(shared.exact + (list.exact ? 1 : 0));
    }
    return true;
  }

  void keep_best() {
    std::array<std::size_t, kMaxLists + 1> names_sharing{};
    for (const std::uint32_t number : found_) ++names_sharing[shared_[number].any];
    std::size_t least = kMaxLists;
    std::size_t room = kMaxCompared;
    for (; least > 1 && names_sharing[least] <= room; --least) room -= names_sharing[least];
    std::erase_if(found_, [&](std::uint32_t number) {
      const std::size_t shared = shared_[number].any;
      return shared < least || (shared == least && (room == 0 || room-- == 0));
    });
  }

  const CloseNames::Words& known_;
  std::vector<Shared> shared_;  // by number
  std::vector<std::uint32_t> found_;
  std::vector<std::string_view> uncounted_;  // words that so many names have that their lists are not looked at
  std::size_t lists_ = 0;
  std::size_t counted_ = 0;
};

}  // namespace

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
  const Candidates candidates(known, folded);
  const std::size_t words = count_words(folded);
  base::ClosestNames nearest(folded, limit);
  for (const std::uint32_t number : candidates.numbers()) {
    // The distance alone is not enough: ERROR_IPSEC_DOSP_BLOCK is not what ERROR_IPSEC_NO_POLICY means.
    const bool shares_most = candidates.shares_most(number, words);
    nearest.offer(known.names[number], shares_most ? base::closeness_bound(folded) : typo_bound(folded));
  }
  return nearest.names();
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
