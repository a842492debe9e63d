// The shape of the names of a house, for names that are no identifiers: "ORA-00942", "42P01". Written as patterns of
// characters, classes and repetitions ("[A-Z]+-[0-9]+"). Const after parsing, thread-safe.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace errpress::article {

// One pattern: characters, classes ("[A-Z0-9_]"), and "+", "*", "?", "{n}" or "{n,m}" behind either. It stands for text
// of ASCII letters, digits, '_', '-' and '.' that begins with a letter or a digit, so that any name can be part of a
// file name.
class NamePattern {
 public:
  // Returns the pattern, or nothing and what is wrong with `text` in `fault`.
  static std::optional<NamePattern> parse(std::string_view text, std::string& fault);

  // The size of the longest start of `text` that matches, at most base::kMaxNameSize bytes; 0 if there is none. Takes
  // time in proportion to that size.
  std::size_t match(std::string_view text) const;

 private:
  // A class of characters that occurs once. `optional`: or not at all; `repeats`: any further number of times.
  struct Step {
    std::bitset<128> characters;
    bool optional = false;
    bool repeats = false;
  };
  static constexpr std::size_t kMostSteps = 63;

  friend class NamePatternReader;
  std::vector<Step> steps_;
};

// The names of a dialect.
class NameShape {
 public:
  void add(NamePattern pattern) { patterns_.push_back(std::move(pattern)); }
  void clear() { patterns_.clear(); }
  // Whether names have a shape of their own. Otherwise they are identifiers (base/name.h).
  bool custom() const { return !patterns_.empty(); }
  // The size of the name at the start of `text`: the longest that a pattern matches and that no letter, digit or '_'
  // follows. 0 if there is none, and unless custom().
  std::size_t match(std::string_view text) const;
  // The size of the name or word at the start of `text`, by these patterns or else as an identifier.
  std::size_t size_at(std::string_view text) const;

 private:
  std::vector<NamePattern> patterns_;
};

}  // namespace errpress::article
