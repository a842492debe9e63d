#include "article/mention_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "article/punctuation.h"
#include "base/name.h"
#include "base/utf8.h"

namespace errpress::article {

namespace {

using Words = std::span<const std::string_view>;

constexpr auto kConnectors = std::to_array<std::string_view>(
    {"a",           "also",         "an",        "and",    "as",     "code",   "decimal",
     "equivalent",  "equivalently", "expressed", "form",   "format", "has",    "in",
     "is",          "its",          "notation",  "number", "of",     "or",     "representation",
     "represented", "the",          "value",     "which",  "with",   "written"});
constexpr auto kHexWords = std::to_array<std::string_view>({"hex", "hexadecimal"});

// Between a name and its code; the first say that it is one, the second what kind of number it is.
constexpr auto kCodeWords =
    std::to_array<std::string_view>({"code", "constant", "id", "number", "representation", "value"});
constexpr auto kKindWords =
    std::to_array<std::string_view>({"dec", "decimal", "error", "hex", "hexadecimal", "status", "win32"});
constexpr auto kEquals = std::to_array<std::string_view>({"equal", "equals", "is"});
constexpr auto kLinkWords =
    std::to_array<std::string_view>({"a", "an", "as", "carries", "has", "in", "integer", "its", "numeric", "numerical",
                                     "of", "system", "the", "to", "which", "whose", "with"});
// What a clause goes on with behind a code that was called one.
constexpr auto kGoingOn = std::to_array<std::string_view>(
    {"and", "as", "because", "but", "for", "if",   "in",    "indicates", "is",    "means", "on",
     "or",  "so", "that",    "to",  "was", "when", "where", "whereas",   "which", "while", "with"});
// Before a name: what follows is said of something else, as in "the limit for NAME is 5".
constexpr auto kPrepositions = std::to_array<std::string_view>(
    {"after", "at", "before", "behind", "by", "for", "from", "in", "of", "on", "per", "than", "to", "under", "with"});
// Before a number that is no code: "bit 31 (0x80000000)".
constexpr auto kCounted =
    std::to_array<std::string_view>({"bit", "block", "chapter", "facility", "level", "line", "offset", "page", "port",
                                     "revision", "sector", "severity", "step", "version"});

bool is_among(std::string_view word, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view known) { return base::equal_ignoring_case(word, known); });
}

// Calls `word` with each word of `text` and `other` with each code point between them.
template <typename Word, typename Other>
void for_each_piece(std::string_view text, Word word, Other other) {
  while (!text.empty()) {
    std::size_t size = base::name_prefix_size(text);
    if (size > 0) {
      word(text.substr(0, size));
    } else {
      const base::CodePoint point = base::decode(text, 0);
      other(point.value);
      size = point.size;
    }
    text.remove_prefix(size);
  }
}

bool is_one_of(char32_t c, std::string_view characters) {
  return c < 0x80 && characters.find(static_cast<char>(c)) != std::string_view::npos;
}

// Dashes, quotes and brackets; those of other scripts, too.
bool links(char32_t c) { return c < 0x80 ? is_one_of(c, " \t,([-=:>`'\"*") : is_punctuation(c); }

}  // namespace

Between read_between(std::string_view text) {
  if (text.size() > kLongestBetween) return {.plain = false};
  Between between;
  for_each_piece(
      text,
      [&](std::string_view word) {
        const bool hex = is_among(word, kHexWords);
        between.hex_word = between.hex_word || hex;
        between.plain = between.plain && (hex || is_among(word, kConnectors));
      },
      [&](char32_t c) { between.plain = between.plain && is_one_of(c, " \t,;(/-=:"); });
  between.opens = text.ends_with('(');
  return between;
}

Link read_link(std::string_view text) {
  Link link;
  bool comma = false;
  for_each_piece(
      text,
      [&](std::string_view word) {
        const bool code = is_among(word, kCodeWords);
        const bool kind = is_among(word, kKindWords);
        const bool is = is_among(word, kEquals);
        link.has_words = true;
        link.says_code = link.says_code || code;
        link.says_kind = link.says_kind || kind;
        link.says_is = link.says_is || is;
        link.plain = link.plain && (code || kind || is || is_among(word, kLinkWords));
      },
      [&](char32_t c) {
        comma = comma || c == ',';
        link.bracket = link.bracket || c == '(';
        link.square = link.square || c == '[';
        link.has_sign = link.has_sign || (c != ' ' && c != '\t');
        link.plain = link.plain && links(c);
      });
  const bool list = comma && !link.says_code && !link.says_is;
  link.plain = link.plain && !list;
  return link;
}

bool ends_clause(std::string_view rest, bool said_code) {
  const std::size_t closing = std::min(rest.find_first_not_of("\"'`*)]}>"), rest.size());
  rest.remove_prefix(closing);
  if (rest.empty()) return true;
  const std::size_t size = punctuation_size(rest);
  const std::string_view next = rest.substr(size);
  if (is_one_of(static_cast<unsigned char>(rest.front()), ".;:!?")) {
    return rest.size() == 1 || base::is_blank(rest[1]) || size == rest.size();
  }
  if (rest.front() == ',') return next.empty() || !base::is_digit(next.front());
  if (static_cast<unsigned char>(rest.front()) >= 0x80) return size > 0;
  if (!base::is_blank(rest.front())) return false;
  return next.empty() || (said_code && is_among(next.substr(0, base::name_prefix_size(next)), kGoingOn));
}

bool is_preposition(std::string_view word) { return is_among(word, kPrepositions); }

bool is_counted(std::string_view word) { return is_among(word, kCounted); }

}  // namespace errpress::article
