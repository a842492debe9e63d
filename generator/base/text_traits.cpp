#include "base/text_traits.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/clean_text.h"
#include "base/name.h"
#include "base/sixteen_bytes.h"

namespace errpress::base {
namespace {

// Marks characters whose traits depend on the adjacent characters. Used in the table only: no character has kAny as a
// trait of its own.
constexpr Traits kContextDependent = trait::kAny;

class TraitTable {
 public:
  constexpr TraitTable() {
    set("!", trait::kBang), set("?", trait::kQuestion), set("-", trait::kHyphen), set("\"'", trait::kQuote),
        set("`^~", trait::kAccent);
    set(" .:_", kContextDependent), set("\\", trait::kBackslash), set("/", trait::kSlash),
        set("<>[]{}*|&#$@%", trait::kMarkup);
    for (std::size_t byte = 0; byte < 0x20; ++byte) traits_[byte] = trait::kUnclean;
    traits_[0x7F] = trait::kUnclean;
    for (std::size_t byte = 0x80; byte <= 0xFF; ++byte) traits_[byte] = trait::kNotAscii;
  }
  constexpr Traits operator[](char c) const { return traits_[static_cast<std::uint8_t>(c)]; }

 private:
  constexpr void set(std::string_view bytes, Traits traits) {
    for (const char c : bytes) traits_[static_cast<std::uint8_t>(c)] = traits;
  }

  std::array<Traits, 256> traits_{};
};

constexpr TraitTable kTraits;

// The bytes that are not letters, and the first letters of `import` and `export`.
class StartTable {
 public:
  constexpr StartTable() {
    for (std::size_t byte = 0; byte < bytes_.size(); ++byte) {
      const char c = static_cast<char>(byte);
      bytes_[byte] = !is_letter(c) || c == 'i' || c == 'e';
    }
  }
  constexpr bool operator[](char c) const { return bytes_[static_cast<std::uint8_t>(c)]; }

 private:
  std::array<bool, 256> bytes_{};
};

constexpr StartTable kMayStartOddly;

bool is_odd_dot(Place place) { return place.before() == ' ' || (place.before() | 0x20) == 'w'; }

bool is_odd_colon(Place place) { return place.after() != ' '; }

bool is_odd_underscore(Place place) {
  return !is_letter_or_digit(place.before()) || !is_letter_or_digit(place.after());
}

// The traits of a character whose traits depend on the adjacent characters.
unsigned traits_in_context(Place place) {
  switch (place.text[place.at]) {
    case ' ':
      return place.at > 0 && place.before() == ' ' ? trait::kUnclean : 0;
    case '.':
      return is_odd_dot(place) ? trait::kOddDot : 0;
    case ':':
      return is_odd_colon(place) ? trait::kOddColon : 0;
    default:
      return is_odd_underscore(place) ? trait::kOddUnderscore : 0;
  }
}

unsigned traits_at(std::string_view text, std::size_t at) {
  const Traits traits = kTraits[text[at]];
  return traits == kContextDependent ? traits_in_context({text, at}) : traits;
}

// Of sixteen characters, those that may have traits: all but letters and single spaces.
SixteenBits may_have_traits(const char* characters) {
  const SixteenBytes bytes(characters);
  const SixteenBits spaces = bytes.equal(' ');
  return (~(bytes.letters() | spaces) | (spaces & spaces << 1)) & kAllSixteen;
}

// The traits of all characters. Each block of sixteen overlaps the one before by one character, so that every pair of
// characters is in one block; the last block ends at the end of the text.
unsigned traits_of_characters(std::string_view text) {
  unsigned traits = 0;
  if (text.size() < kSixteen) {
    for (std::size_t at = 0; at < text.size(); ++at) traits |= traits_at(text, at);
    return traits;
  }
  const std::size_t last = text.size() - kSixteen;
  for (std::size_t at = 0;; at = std::min(at + kSixteen - 1, last)) {
    for (SixteenBits rest = may_have_traits(text.data() + at); rest != 0; rest &= rest - 1) {
      traits |= traits_at(text, at + first_set(rest));
    }
    if (at == last) return traits;
  }
}

bool is_plain_end(char c) {
  return is_letter_or_digit(c) || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')';
}

}  // namespace

Traits traits_of(std::string_view text) {
  if (text.empty()) return trait::kOddStart | trait::kOddEnd;
  unsigned traits = traits_of_characters(text);
  if (kMayStartOddly[text.front()] && (!is_letter(text.front()) || starts_module_line(text))) {
    traits |= trait::kOddStart;
  }
  if (!is_plain_end(text.back())) traits |= trait::kOddEnd;
  if ((traits & trait::kNotAscii) != 0 && !is_clean(text)) traits |= trait::kUnclean;
  return static_cast<Traits>(traits);
}

}  // namespace errpress::base
