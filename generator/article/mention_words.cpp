#include "article/mention_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/name.h"

namespace errpress::article {

namespace {

using Words = std::span<const std::string_view>;

constexpr auto kConnectors = std::to_array<std::string_view>(
    {"a",           "also",         "an",        "and",    "as",     "code",   "decimal",
     "equivalent",  "equivalently", "expressed", "form",   "format", "has",    "in",
     "is",          "its",          "notation",  "number", "of",     "or",     "representation",
     "represented", "the",          "value",     "which",  "with",   "written"});
constexpr auto kHexWords = std::to_array<std::string_view>({"hex", "hexadecimal"});

constexpr auto kCodeWords =
    std::to_array<std::string_view>({"code", "constant", "id", "is", "number", "representation", "value"});
constexpr auto kLinkWords = std::to_array<std::string_view>(
    {"a",   "an",     "as",          "carries", "decimal", "equal", "equals",  "error",
     "has", "hex",    "hexadecimal", "in",      "integer", "its",   "numeric", "numerical",
     "of",  "status", "system",      "the",     "to",      "which", "whose",   "with"});
constexpr auto kErrorWords = std::to_array<std::string_view>({"code", "error", "number", "status", "value"});

bool is_among(std::string_view word, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view known) { return text::equal_ignoring_case(word, known); });
}

// Calls `word` with each word of `text` and `other` with each character between them.
template <typename Word, typename Other>
void for_each_piece(std::string_view text, Word word, Other other) {
  while (!text.empty()) {
    const std::size_t size = text::name_prefix_size(text);
    size == 0 ? other(text.front()) : word(text.substr(0, size));
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
}

bool is_one_of(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }

// Dashes, quotes and brackets of other scripts are no ASCII.
bool links(char c) { return static_cast<unsigned char>(c) >= 0x80 || is_one_of(c, " \t,([-=:`'\"*"); }

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
      [&](char c) { between.plain = between.plain && is_one_of(c, " \t,(/-=:"); });
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
        link.has_words = true;
        link.says_code = link.says_code || code;
        link.plain = link.plain && (code || is_among(word, kLinkWords));
      },
      [&](char c) {
        comma = comma || c == ',';
        link.plain = link.plain && links(c);
      });
  const bool list = comma && !link.says_code;
  link.plain = link.plain && !list;
  link.opens = text.ends_with('(');
  return link;
}

bool is_error_word(std::string_view word) { return is_among(word, kErrorWords); }

}  // namespace errpress::article
