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

// Between a name and its code: words that call the number a code, and words for the kind of number.
constexpr auto kCodeWords =
    std::to_array<std::string_view>({"code", "constant", "id", "number", "representation", "value"});
constexpr auto kKindWords =
    std::to_array<std::string_view>({"dec", "decimal", "error", "hex", "hexadecimal", "status", "win32"});
constexpr auto kEquals = std::to_array<std::string_view>({"equal", "equals", "is"});
constexpr auto kLinkWords =
    std::to_array<std::string_view>({"a", "an", "as", "carries", "has", "in", "integer", "its", "numeric", "numerical",
                                     "of", "system", "the", "to", "which", "whose", "with"});
// May follow a number that was called a code.
constexpr auto kContinuations = std::to_array<std::string_view>(
    {"and", "as", "because", "but", "for", "if",   "in",    "indicates", "is",    "means", "on",
     "or",  "so", "that",    "to",  "was", "when", "where", "whereas",   "which", "while", "with"});
// Before a name: the value belongs to something else, as in "the limit for NAME is 5".
constexpr auto kPrepositions = std::to_array<std::string_view>(
    {"after", "at", "before", "behind", "by", "for", "from", "in", "of", "on", "per", "than", "to", "under", "with"});
// Before a number that is not a code: "bit 31 (0x80000000)".
constexpr auto kBeforeCounts =
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

// Dashes, quotes and brackets, including those of other scripts.
bool is_link_punctuation(char32_t c) { return c < 0x80 ? is_one_of(c, " \t,([-=:>`'\"*") : is_punctuation(c); }

}  // namespace

Separator read_separator(std::string_view text) {
  if (text.size() > kMaxDistance) return {.plain = false};
  Separator separator;
  for_each_piece(
      text,
      [&](std::string_view word) {
        const bool hex = is_among(word, kHexWords);
        separator.hex_word = separator.hex_word || hex;
        separator.plain = separator.plain && (hex || is_among(word, kConnectors));
      },
      [&](char32_t c) { separator.plain = separator.plain && is_one_of(c, " \t,;(/-=:"); });
  separator.opens = text.ends_with('(');
  return separator;
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
        link.any_word = true;
        link.code_word = link.code_word || code;
        link.kind_word = link.kind_word || kind;
        link.equals_word = link.equals_word || is;
        link.plain = link.plain && (code || kind || is || is_among(word, kLinkWords));
      },
      [&](char32_t c) {
        comma = comma || c == ',';
        link.parenthesis = link.parenthesis || c == '(';
        link.square_bracket = link.square_bracket || c == '[';
        link.punctuation = link.punctuation || (c != ' ' && c != '\t');
        link.plain = link.plain && is_link_punctuation(c);
      });
  const bool list = comma && !link.code_word && !link.equals_word;
  link.plain = link.plain && !list;
  return link;
}

bool ends_clause(std::string_view rest, bool called_code) {
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
  return next.empty() || (called_code && is_among(next.substr(0, base::name_prefix_size(next)), kContinuations));
}

bool is_preposition(std::string_view word) { return is_among(word, kPrepositions); }

bool precedes_count(std::string_view word) { return is_among(word, kBeforeCounts); }

}  // namespace errpress::article
