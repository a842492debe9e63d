#include "render/escape/text_traits.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "render/escape/clean_text.h"
#include "render/escape/markdown_tokens.h"

namespace errpress::render {
namespace {

class TraitTable {
 public:
  constexpr TraitTable() {
    set("!", trait::kBang), set("?", trait::kQuestion), set("-", trait::kHyphen), set("\"'", trait::kQuote),
        set("`^~", trait::kAccent);
    set("\\", trait::kBackslash), set("/", trait::kSlash), set("<>[]{}*|&#$@%", trait::kMarkup);
    set(".", trait::kOddDot), set(":", trait::kOddColon), set("_", trait::kOddUnderscore);
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

constexpr std::size_t kWord = 8;

unsigned traits_of_word(const char* p) {
  return kTraits[p[0]] | kTraits[p[1]] | kTraits[p[2]] | kTraits[p[3]] |  //
         kTraits[p[4]] | kTraits[p[5]] | kTraits[p[6]] | kTraits[p[7]];
}

// Of all bytes by themselves; what needs a look at the bytes beside them is set wherever it may be so.
unsigned traits_of_bytes(std::string_view text) {
  unsigned all = 0;
  const char* p = text.data();
  const char* const end = p + text.size();
  if (text.size() < kWord) {
    while (p != end) all |= kTraits[*p++];
    return all;
  }
  for (; end - p > static_cast<std::ptrdiff_t>(kWord); p += kWord) all |= traits_of_word(p);
  return all | traits_of_word(end - kWord);
}

// 0 where one of `size` bytes and the one after it are both spaces. No early way out, so that compilers use vector
// instructions.
template <std::size_t size>
std::uint8_t least_difference_from_spaces(const char* bytes) {
  std::uint8_t least = 0xFF;
  for (std::size_t i = 0; i < size; ++i) {
    const auto here = static_cast<std::uint8_t>(bytes[i] ^ ' ');
    const auto next = static_cast<std::uint8_t>(bytes[i + 1] ^ ' ');
    least = std::min(least, static_cast<std::uint8_t>(here | next));
  }
  return least;
}

// For texts longer than `size`. The last block begins early enough to end with the text.
template <std::size_t size>
bool has_two_spaces_in_blocks(std::string_view text) {
  const char* p = text.data();
  const char* const last = p + text.size() - size - 1;
  std::uint8_t least = least_difference_from_spaces<size>(last);
  for (; p < last; p += size) least = std::min(least, least_difference_from_spaces<size>(p));
  return least == 0;
}

bool has_two_spaces(std::string_view text) {
  if (text.size() > 64) return has_two_spaces_in_blocks<64>(text);
  if (text.size() > 16) return has_two_spaces_in_blocks<16>(text);
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == ' ' && text[at - 1] == ' ') return true;
  }
  return false;
}

bool is_odd_dot(Place place) { return place.before() == ' ' || (place.before() | 0x20) == 'w'; }

bool is_odd_colon(Place place) { return place.after() != ' '; }

bool is_odd_underscore(Place place) {
  return !is_letter_or_digit(place.before()) || !is_letter_or_digit(place.after());
}

template <typename IsOdd>
bool any_odd(std::string_view text, char c, IsOdd is_odd) {
  for (std::size_t at = text.find(c); at != std::string_view::npos; at = text.find(c, at + 1)) {
    if (is_odd(Place{text, at})) return true;
  }
  return false;
}

bool is_plain_end(char c) {
  return is_letter_or_digit(c) || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')';
}

}  // namespace

Traits traits_of(std::string_view text) {
  if (text.empty()) return trait::kOddStart | trait::kOddEnd;
  unsigned traits = traits_of_bytes(text);
  if ((traits & trait::kOddDot) != 0 && !any_odd(text, '.', is_odd_dot)) traits &= ~unsigned{trait::kOddDot};
  if ((traits & trait::kOddColon) != 0 && !any_odd(text, ':', is_odd_colon)) traits &= ~unsigned{trait::kOddColon};
  if ((traits & trait::kOddUnderscore) != 0 && !any_odd(text, '_', is_odd_underscore))
    traits &= ~unsigned{trait::kOddUnderscore};
  if (!is_letter(text.front())) traits |= trait::kOddStart;
  if (!is_plain_end(text.back())) traits |= trait::kOddEnd;
  const bool clean = (traits & trait::kNotAscii) != 0 ? is_clean(text) : !has_two_spaces(text);
  if (!clean) traits |= trait::kUnclean;
  return static_cast<Traits>(traits);
}

}  // namespace errpress::render
