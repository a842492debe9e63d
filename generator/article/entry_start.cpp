#include "article/entry_start.h"

#include <algorithm>
#include <array>

#include "article/line_reader.h"
#include "base/code_text.h"
#include "base/name.h"
#include "base/utf8.h"

namespace errpress::article {

namespace {

// Words that stand before a colon at the start of a sentence.
constexpr std::array<std::string_view, 16> kLabels = {"NOTE",    "NOTES", "WARNING", "TIP", "HINT",  "CAUTION",
                                                      "TODO",    "FIXME", "EXAMPLE", "SEE", "CAUSE", "REASON",
                                                      "SUMMARY", "INFO",  "HTTP",    "URL"};

// The longest bracket that is read, in bytes: it keeps a line of nothing but opening brackets linear.
constexpr std::uint32_t kMaxBracket = 500;

// The brackets other than parentheses that may hold a code.
struct BracketPair {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<BracketPair, 4> kBrackets = {
    {{"[", "]"}, {"\uFF08", "\uFF09"}, {"\uFF3B", "\uFF3D"}, {"\u3010", "\u3011"}}};

// The size in bytes of the space of any width at the start of `text`: U+00A0, U+2000 to U+200B, U+202F, U+3000.
std::size_t space_size(std::string_view text) {
  const base::CodePoint point = base::decode(text, 0);
  const char32_t c = point.value;
  const bool space = c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
  return point.valid && space ? static_cast<std::size_t>(point.size) : 0;
}

bool has_lower(std::string_view word) { return std::any_of(word.begin(), word.end(), base::is_lower); }

bool has_underscore(std::string_view word) { return word.find('_') != std::string_view::npos; }

// Whether a word inside a line may be the name of an entry: it begins with two capitals, and has an underscore or no
// lower-case letter. The reference parser reports lower-case letters.
bool may_be_name(std::string_view word) {
  if (word.size() < 3 || word.size() > base::kMaxNameSize) return false;
  if (!base::is_upper(word[0]) || base::is_lower(word[1])) return false;
  return has_underscore(word) || !has_lower(word);
}

// Whether the '(' at `open` holds a code: a digit follows, or a sign and a digit.
bool holds_code(std::string_view source, std::uint32_t open, std::uint32_t end) {
  const std::string_view text = Span{open + 1, end}.of(source);
  if (text.empty()) return false;
  return base::is_digit(text[0]) || (text[0] == '-' && text.size() > 1 && base::is_digit(text[1]));
}

// Whether a ':' that ends a label is at `at`: not the first of "::", and nothing but a blank follows.
bool colon_at(std::string_view source, std::uint32_t at, std::uint32_t end) {
  return at < end && source[at] == ':' && (at + 1 == end || base::is_blank(source[at + 1]));
}

// Whether a name that ends at `at` is followed by its code in parentheses. In "text. NAME (4) is another" the name is
// part of a sentence: behind a blank, only what ends the head of an entry may follow the parenthesis.
bool has_bracket(std::string_view source, std::uint32_t at, std::uint32_t end, bool glued, bool plain) {
  const bool code = holds_code(source, at, end);
  if (plain && !code) return false;
  if (glued && code) return true;
  const auto close = closing_bracket(source, at, end);
  if (!close) return false;
  const std::uint32_t after = skip_blanks(source, *close + 1, end);
  if (colon_at(source, after, end)) return true;
  return code && (after == end || dash_size(Span{after, end}.of(source)) > 0);
}

// A word inside a line. `own`: it has the shape of the dialect's names.
struct Word {
  Span span;
  bool own = false;
};

Word read_word(std::string_view source, Span rest, const Dialect& dialect) {
  const std::size_t size = dialect.names().custom() ? dialect.names().match(rest.of(source)) : 0;
  if (size == 0) return {word_at(source, rest)};
  return {{rest.begin, rest.begin + static_cast<std::uint32_t>(size)}, true};
}

// Whether `word` is the name of an entry, by what follows it. `glued`: no blank precedes it.
bool is_head(std::string_view source, const Word& own_word, std::uint32_t end, bool glued) {
  const Span word = own_word.span;
  const std::string_view text = word.of(source);
  if (!own_word.own && !may_be_name(text)) return false;
  const bool plain = !own_word.own && !has_underscore(text);
  const std::uint32_t at = skip_blanks(source, word.end, end);
  if (at == end) return false;
  if (source[at] == '(') return has_bracket(source, at, end, glued, plain);
  if (!colon_at(source, at, end)) return false;
  return !plain || (glued && text.size() > 3 && std::find(kLabels.begin(), kLabels.end(), text) == kLabels.end());
}

// Whether the character that ends at `at` ends a sentence or a parenthesis: . ) ! ? ; and the ideographic full stop.
bool ends_sentence(std::string_view source, std::uint32_t at) {
  switch (source[at]) {
    case '.':
    case ')':
    case '!':
    case '?':
    case ';':
      return true;
    case '\x82':
      return source.substr(0, at + 1).ends_with("\xE3\x80\x82");
    default:
      return false;
  }
}

bool is_comma(char c) { return c == ',' || c == ';'; }

}  // namespace

std::uint32_t skip_blanks(std::string_view source, std::uint32_t at, std::uint32_t end) {
  while (at < end && base::is_blank(source[at])) ++at;
  return at;
}

Span word_at(std::string_view source, Span span) {
  return {span.begin, span.begin + static_cast<std::uint32_t>(base::name_prefix_size(span.of(source)))};
}

std::size_t dash_size(std::string_view text) {
  if (text.starts_with("- ") || text == "-") return 1;
  if (text.starts_with("\xE2\x80\x93") || text.starts_with("\xE2\x80\x94")) return 3;  // en and em dash
  return 0;
}

std::uint32_t skip_spaces(std::string_view source, std::uint32_t at, std::uint32_t end) {
  for (;;) {
    at = skip_blanks(source, at, end);
    if (at == end || static_cast<unsigned char>(source[at]) < 0x80) return at;
    const auto size = static_cast<std::uint32_t>(space_size(Span{at, end}.of(source)));
    if (size == 0) return at;
    at += size;
  }
}

const BracketPair* opening_bracket(std::string_view text) {
  const auto opens = [&](const BracketPair& pair) { return text.starts_with(pair.open); };
  const auto* const pair = std::find_if(kBrackets.begin(), kBrackets.end(), opens);
  return pair == kBrackets.end() ? nullptr : pair;
}

std::optional<Bracket> code_bracket(std::string_view source, std::uint32_t open, std::uint32_t end) {
  const std::string_view text = Span{open, end}.of(source).substr(0, kMaxBracket);
  const BracketPair* const pair = opening_bracket(text);
  if (pair == nullptr) return std::nullopt;
  const std::size_t close = text.find(pair->close, pair->open.size());
  if (close == std::string_view::npos) return std::nullopt;
  const Span inside{open + static_cast<std::uint32_t>(pair->open.size()), open + static_cast<std::uint32_t>(close)};
  const base::CodeTextKind kind = base::read_code_text(source, inside).kind;
  if (kind != base::CodeTextKind::code && kind != base::CodeTextKind::bad) return std::nullopt;
  return Bracket{inside, inside.end + static_cast<std::uint32_t>(pair->close.size())};
}

std::optional<Bracket> unclosed_bracket(std::string_view source, std::uint32_t open, std::uint32_t end) {
  const std::string_view text = Span{open, end}.of(source).substr(0, kMaxBracket);
  const BracketPair* const pair = opening_bracket(text);
  const std::size_t size = text.starts_with('(') ? 1 : pair == nullptr ? 0 : pair->open.size();
  if (size == 0) return std::nullopt;
  std::size_t stop = size;
  while (stop < text.size() && text[stop] != ':' &&
         !(base::is_blank(text[stop]) && dash_size(text.substr(stop + 1)) > 0))
    ++stop;
  const Span inside{open + static_cast<std::uint32_t>(size), open + static_cast<std::uint32_t>(stop)};
  // Nothing may follow the code: "(13004, ERROR_B" is no bracket of a code.
  const base::CodeText code = base::read_code_text(source, inside);
  if (code.kind != base::CodeTextKind::code || code.code.span().end != trim(source, inside).end) return std::nullopt;
  return Bracket{inside, inside.end};
}

bool ends_name(std::string_view rest) {
  if (rest.empty() || rest.front() == '(' || rest.front() == ':') return true;
  const auto end = static_cast<std::uint32_t>(rest.size());
  const std::uint32_t at = skip_spaces(rest, 0, end);
  if (at == end || rest[at] == '(' || rest[at] == ':' || dash_size(rest.substr(at)) > 0) return true;
  return code_bracket(rest, at, end).has_value();
}

std::optional<std::uint32_t> closing_bracket(std::string_view source, std::uint32_t open, std::uint32_t end) {
  end = std::min(end, open + kMaxBracket);
  int depth = 0;
  for (std::uint32_t at = open; at < end; ++at) {
    if (source[at] == '(') ++depth;
    if (source[at] == ')' && --depth == 0) return at;
  }
  return std::nullopt;
}

std::uint32_t last_mark(std::string_view source, Span line) {
  // Forward, because find() is many times as fast as rfind(), and a line has few of these.
  const std::string_view text = line.of(source);
  std::size_t end = 0;
  for (const char mark : {'(', ':'}) {
    for (std::size_t at = text.find(mark, end); at != std::string_view::npos; at = text.find(mark, end)) end = at + 1;
  }
  return end == 0 ? 0 : line.begin + static_cast<std::uint32_t>(end);
}

std::uint32_t next_entry(std::string_view source, Span span, std::uint32_t mark, const Dialect& dialect) {
  const std::uint32_t end = std::min(mark, span.end);
  for (std::uint32_t at = span.begin; at < end; ++at) {
    if (!ends_sentence(source, at)) continue;
    const std::uint32_t begin = skip_blanks(source, at + 1, span.end);
    const Word word = read_word(source, {begin, span.end}, dialect);
    if (is_head(source, word, span.end, begin == at + 1)) return begin;
  }
  return span.end;
}

std::optional<std::uint32_t> entry_after_comma(std::string_view source, Span rest, const Dialect& dialect) {
  std::uint32_t at = skip_blanks(source, rest.begin, rest.end);
  if (at == rest.end || !is_comma(source[at])) return std::nullopt;
  at = skip_blanks(source, at + 1, rest.end);
  const auto [word, own] = read_word(source, {at, rest.end}, dialect);
  if (!own && (!may_be_name(word.of(source)) || has_lower(word.of(source)))) return std::nullopt;
  const std::uint32_t after = skip_blanks(source, word.end, rest.end);
  const bool bracket = after < rest.end && source[after] == '(' && holds_code(source, after, rest.end);
  const bool another = after < rest.end && is_comma(source[after]);
  const bool ends =
      (own || has_underscore(word.of(source))) && (another || ends_name(Span{word.end, rest.end}.of(source)));
  return bracket || ends ? std::optional(at) : std::nullopt;
}

}  // namespace errpress::article
