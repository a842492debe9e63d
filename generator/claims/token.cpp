#include "claims/token.h"

#include <algorithm>
#include <array>

#include "base/code_text.h"
#include "base/name.h"
#include "base/punctuation.h"
#include "base/sixteen_bytes.h"
#include "base/utf8.h"

namespace errpress::claims {

namespace {

// A number with one of these and another digit next to it is part of a date, a version, a time, a range or a longer
// number.
constexpr std::string_view kNumberJoiners = ".,:/-";

bool is_blank_byte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Spaces of any width, marks without width, quotes.
bool is_trivial(char32_t c) {
  if (c == 0xA0 || c == 0xAB || c == 0xBB || c == 0x3000 || c == 0xFEFF) return true;
  return (c >= 0x2000 && c <= 0x200F) || (c >= 0x2018 && c <= 0x201F) || (c >= 0x2028 && c <= 0x202F) || c == 0x2060;
}

// The size in bytes of "'s" at the start of `text`; 0 if there is none.
std::uint32_t possessive_size(std::string_view text) {
  const std::uint32_t mark = text.starts_with('\'') ? 1 : text.starts_with("\u2019") ? 3 : 0;
  if (mark == 0 || text.size() <= mark || text[mark] != 's') return 0;
  return text.size() > mark + 1 && base::is_name_char(text[mark + 1]) ? 0 : mark + 1;
}

struct Mark {
  char32_t c;
  TokenKind kind;
};
constexpr std::array<Mark, 32> kMarks = {
    {{'(', TokenKind::open},      {'[', TokenKind::open},      {'{', TokenKind::open},      {0xFF08, TokenKind::open},
     {0xFF3B, TokenKind::open},   {0x3010, TokenKind::open},   {')', TokenKind::close},     {']', TokenKind::close},
     {'}', TokenKind::close},     {0xFF09, TokenKind::close},  {0xFF3D, TokenKind::close},  {0x3011, TokenKind::close},
     {',', TokenKind::comma},     {0xFF0C, TokenKind::comma},  {0x3001, TokenKind::comma},  {':', TokenKind::colon},
     {0xFF1A, TokenKind::colon},  {'=', TokenKind::equals},    {0xFF1D, TokenKind::equals}, {0x2192, TokenKind::equals},
     {0x2261, TokenKind::equals}, {0x21D2, TokenKind::equals}, {'/', TokenKind::slash},     {0xFF0F, TokenKind::slash},
     {'|', TokenKind::bar},       {0xFF5C, TokenKind::bar},    {0x3002, TokenKind::stop},   {0xFF0E, TokenKind::stop},
     {0xFF01, TokenKind::stop},   {0xFF1F, TokenKind::stop},   {0x2026, TokenKind::stop},   {0xFF1B, TokenKind::stop}}};

bool is_square(char32_t c) { return c == '[' || c == 0xFF3B || c == 0x3010; }

// Whether a word is an abbreviation that stands before a number: "dec. 5", "no. 5".
bool takes_dot(std::string_view word) {
  return word == "dec" || word == "hex" || word == "no" || word == "No" || word == "nr" || word == "num";
}

// Whether the '.' at the end of `text` belongs to an abbreviation: "e.g.", "no.".
bool ends_abbreviation(std::string_view text) {
  const std::size_t end = text.size() - 1;
  std::size_t begin = end;
  while (begin > 0 && end - begin < 4 && base::is_name_char(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, end - begin);
  return (word.size() == 1 && base::is_letter(word[0])) || takes_dot(word);
}

// Whether a number is too long for a code, but not as long as an address or a code of 64 bits.
bool is_little_too_long(const base::NumberToken& read) {
  constexpr int kMostDigits = 11;
  const bool too_long = read.fault == base::CodeFault::hex_too_long || read.fault == base::CodeFault::decimal_too_big;
  return too_long && read.number.notation.digits <= kMostDigits;
}

}  // namespace

std::uint32_t find_digit(std::string_view source, std::uint32_t at, std::uint32_t end) {
  for (; end - at >= base::kSixteen; at += base::kSixteen) {
    const base::SixteenBits digits = base::SixteenBytes(source.data() + at).in_range('0', '9');
    if (digits != 0) return at + static_cast<std::uint32_t>(base::first_set(digits));
  }
  if (end < base::kSixteen) {
    while (at < end && !base::is_digit(source[at])) ++at;
    return at;
  }
  // The last sixteen bytes of the range, shifting out those before `at`.
  const std::uint32_t last = end - base::kSixteen;
  const base::SixteenBits digits = base::SixteenBytes(source.data() + last).in_range('0', '9') >> (at - last);
  return digits != 0 ? at + static_cast<std::uint32_t>(base::first_set(digits)) : end;
}

std::uint32_t sentence_begin(std::string_view source, Span text, std::uint32_t at, std::uint32_t most) {
  const std::uint32_t limit = at - text.begin > most ? at - most : text.begin;
  std::uint32_t begin = at;
  for (; begin > limit; --begin) {
    const char c = source[begin - 1];
    const bool mark = c == '.' || c == '!' || c == '?' || c == ';';
    if (!mark || begin == at || !is_blank_byte(source[begin])) continue;
    if (c == '.' && ends_abbreviation(Span{limit, begin}.of(source))) continue;
    return begin;
  }
  while (begin > text.begin && begin < at && base::is_name_char(source[begin - 1]) && base::is_name_char(source[begin]))
    ++begin;
  return begin;
}

std::uint32_t Tokenizer::read_sentence(Span text, std::uint32_t at, std::size_t most, std::vector<Token>& tokens) {
  const std::size_t limit = tokens.size() + most;
  int depth = 0;
  bool glued = false;
  while (tokens.size() < limit) {
    const std::uint32_t from = at;
    glued = !skip_trivia(text, at) && at > text.begin;
    if (at == text.end || (!tokens.empty() && begins_item(text, from, at))) return at;
    Token token = read_token(text, at);
    token.glued = glued;
    at = token.span.end;
    if (token.kind == TokenKind::open) ++depth;
    if (token.kind == TokenKind::close) --depth;
    const bool semicolon = token.kind == TokenKind::stop && source_[token.span.begin] == ';';
    if (semicolon && (depth > 0 || comment_follows(text, at))) token.kind = TokenKind::comma;
    tokens.push_back(token);
    if (token.kind == TokenKind::stop) return at;
  }
  return at;
}

// Whether a new line begins at `at`, behind the blanks from `from` on, with a number and a mark: "3 - Reserved", "0x1:
// Set".
bool Tokenizer::begins_item(Span text, std::uint32_t from, std::uint32_t at) const {
  if (!base::is_digit(source_[at]) || Span{from, at}.of(source_).find_first_of("\r\n") == std::string_view::npos)
    return false;
  std::uint32_t end = at;
  while (end < text.end && base::is_name_char(source_[end])) ++end;
  while (end < text.end && base::is_blank(source_[end])) ++end;
  return at_or_blank(text, end) == ':' || (at_or_blank(text, end) == '-' && is_blank_byte(at_or_blank(text, end + 1)));
}

// Moves `at` over blanks, quotes and emphasis; returns whether there were any.
bool Tokenizer::skip_trivia(Span text, std::uint32_t& at) const {
  const std::uint32_t begin = at;
  while (at < text.end) {
    const char c = source_[at];
    const bool quote = c == '`' || c == '"' || (c == '*' && at_or_blank(text, at + 1) != '/') || c == '\'';
    if (quote && possessive_size(Span{at, text.end}.of(source_)) > 0 && !is_blank_byte(before(text, at))) break;
    if (is_blank_byte(c) || quote) {
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x80) break;
    const std::string_view rest = Span{at, text.end}.of(source_);
    if (possessive_size(rest) > 0) break;
    const base::CodePoint point = base::decode(rest, 0);
    if (!point.valid || !is_trivial(point.value)) break;
    at += static_cast<std::uint32_t>(point.size);
  }
  return at != begin;
}

Token Tokenizer::read_token(Span text, std::uint32_t at) const {
  const std::string_view rest = Span{at, text.end}.of(source_);
  const char c = rest.front();
  if (base::is_letter(c)) return read_word(text, at);
  if (base::is_digit(c)) return read_number(text, at, 0);
  if (const std::uint32_t size = possessive_size(rest)) return {TokenKind::possessive, {at, at + size}};
  if (const auto minus = static_cast<std::uint32_t>(base::minus_size(rest))) {
    const bool digit = at + minus < text.end && base::is_digit(source_[at + minus]);
    const bool behind_name = base::is_name_char(before(text, at)) || before(text, at) == ')';
    const bool hex = rest.substr(minus).starts_with("0x") || rest.substr(minus).starts_with("0X");
    if (digit && !hex && !behind_name) return read_number(text, at, minus);
    if (rest.starts_with("->")) return {TokenKind::equals, {at, at + 2}};
    return {dash_kind(text, at, minus), {at, at + minus}};
  }
  if (const auto size = comment_size(text, at)) return {TokenKind::comment, {at, at + size}};
  const bool signed_number = at_or_blank(text, at + 1) == '-';
  const char after = at_or_blank(text, at + (signed_number ? 2 : 1));
  if (c == '#' && base::is_digit(after) && is_blank_byte(before(text, at))) {
    return {.kind = TokenKind::word, .span = {at, at + 1}, .classes = kAdj | kLabel};  // "error #5"
  }
  return read_mark(text, at);
}

// The size of what begins or ends a comment at `at`; 0 if nothing does.
std::uint32_t Tokenizer::comment_size(Span text, std::uint32_t at) const {
  // Other blanks than ASCII's are not looked at more closely.
  const auto is_blank = [](char c) { return is_blank_byte(c) || static_cast<unsigned char>(c) >= 0x80; };
  const char c = source_[at];
  const char next = at_or_blank(text, at + 1);
  if (c == '#') return is_blank(next) && at > text.begin ? 1 : 0;
  const bool two = (c == '/' && (next == '/' || next == '*')) || (c == '*' && next == '/');
  return two && is_blank(at_or_blank(text, at + 2)) && (at == text.begin || is_blank(before(text, at))) ? 2 : 0;
}

// Whether a comment of source code follows on the same line.
bool Tokenizer::comment_follows(Span text, std::uint32_t at) const {
  skip_trivia(text, at);
  return at < text.end && source_[at] != '*' && comment_size(text, at) > 0;
}

Token Tokenizer::read_word(Span text, std::uint32_t at) const {
  const std::string_view rest = Span{at, text.end}.of(source_);
  auto size = static_cast<std::uint32_t>(base::name_prefix_size(rest));
  if (rest.starts_with("i.e.") || rest.starts_with("e.g.")) size = 4;
  Token token{TokenKind::word, {at, at + size}};
  const std::string_view word = token.span.of(source_);
  if (takes_dot(word) && rest.substr(size).starts_with('.')) ++token.span.end;
  token.classes = classes_of(word);
  token.kind = word_kind(word, token.classes);
  const bool digits = std::any_of(word.begin(), word.end(), base::is_digit);
  if (token.kind != TokenKind::name && digits) {
    if (const base::NumberToken hex = base::read_bare_hex(source_, token.span); hex.is_number) {
      token.number = hex.number;
      token.bare = true;
    }
  }
  return token;
}

TokenKind Tokenizer::word_kind(std::string_view word, WordClasses classes) const {
  if (base::looks_like_error_name(word)) return TokenKind::name;
  if (classes != 0 || word.size() < 2) return TokenKind::word;
  if (word == own_name_) return TokenKind::name;
  const bool capitals = std::none_of(word.begin(), word.end(), base::is_lower);
  const bool underscore = word.find('_') != std::string_view::npos;
  if ((capitals || underscore) && names_.is_known(word)) return TokenKind::name;
  if (underscore && names_.is_misspelled(word)) return TokenKind::name;
  return capitals && word.size() > 2 ? TokenKind::capitals : TokenKind::word;
}

Token Tokenizer::read_number(Span text, std::uint32_t at, std::uint32_t minus) const {
  const base::NumberToken read = base::read_number(source_, at, text.end);
  Token token{TokenKind::number, {at, read.end}};
  token.number = read.number;
  token.hex = read.hex;
  token.is_decimal = read.is_number && !read.hex;
  const Span digits{at + minus, read.end};
  if (is_joined(text, {at, read.end}, read.hex)) {
    token.kind = TokenKind::other;
  } else if (is_little_too_long(read)) {
    token.fault = read.fault;
  } else if (!read.is_number || !read.hex) {
    const base::NumberToken bare = minus == 0 ? base::read_bare_hex(source_, digits) : base::NumberToken{};
    token.bare = bare.is_number;
    if (!read.is_number && bare.is_number) token.number = bare.number;
    if (!read.is_number && !bare.is_number) token.kind = TokenKind::other;
  }
  return token;
}

// Whether an adjacent number makes this one part of a longer form. An adjacent hex does not: in "13002-0x32CA" it is
// the other half of the code.
bool Tokenizer::is_joined(Span text, Span number, bool hex) const {
  if (hex) return false;
  const char next = at_or_blank(text, number.end);
  if (kNumberJoiners.find(next) != std::string_view::npos && base::is_digit(at_or_blank(text, number.end + 1))) {
    const bool prefix = source_[number.end + 1] == '0' && (at_or_blank(text, number.end + 2) | 0x20) == 'x';
    if (!prefix) return true;
  }
  if (kNumberJoiners.find(before(text, number.begin)) == std::string_view::npos || number.begin < text.begin + 2)
    return false;
  std::uint32_t begin = number.begin - 1;
  if (!base::is_digit(source_[begin - 1])) return false;
  while (begin > text.begin && number.begin - begin <= 12 && base::is_name_char(source_[begin - 1])) --begin;
  return (at_or_blank(text, begin + 1) | 0x20) != 'x';
}

Token Tokenizer::read_mark(Span text, std::uint32_t at) const {
  const base::CodePoint point = base::decode(Span{at, text.end}.of(source_), 0);
  Token token{TokenKind::other, {at, at + static_cast<std::uint32_t>(point.size)}};
  const char32_t c = point.value;
  if (c == '.' || c == '!' || c == '?' || c == ';') {
    token.kind = stop_kind(text, at);
    return token;
  }
  if (c == ':' || c == '=') {
    const std::string_view rest = Span{at, text.end}.of(source_);
    const bool two = rest.size() > 1 && (rest[1] == '=' || rest[1] == ':' || rest[1] == '>');
    if (two) token.span.end = at + 2;
    const bool compares = before(text, at) == '!' || before(text, at) == '<' || before(text, at) == '>';
    if (rest.starts_with("::") || compares) return token;
    token.kind = two || c == '=' ? TokenKind::equals : TokenKind::colon;
    return token;
  }
  const auto* const mark = std::find_if(kMarks.begin(), kMarks.end(), [c](const Mark& m) { return m.c == c; });
  if (mark == kMarks.end() && point.valid && c >= 0x80 && !base::is_punctuation(c)) {
    // A word of another script, with all that is joined to it.
    std::uint32_t end = token.span.end;
    while (end < text.end && (base::is_name_char(source_[end]) || static_cast<unsigned char>(source_[end]) >= 0x80)) {
      const base::CodePoint next = base::decode(Span{end, text.end}.of(source_), 0);
      if (next.value >= 0x80 && (!next.valid || base::is_punctuation(next.value))) break;
      end += static_cast<std::uint32_t>(next.size);
    }
    token.span.end = end;
    token.kind = TokenKind::word;
    return token;
  }
  if (mark != kMarks.end()) token.kind = mark->kind;
  if (c == 0x2014 || c == 0x2015) token.kind = dash_kind(text, at, 3);
  token.square = is_square(c);
  return token;
}

TokenKind Tokenizer::stop_kind(Span text, std::uint32_t at) const {
  if (source_[at] == '.' && ends_abbreviation(Span{text.begin, at + 1}.of(source_))) return TokenKind::other;
  std::uint32_t next = at + 1;
  while (next < text.end && std::string_view(")]}'\"`*").find(source_[next]) != std::string_view::npos) ++next;
  const bool ends =
      next == text.end || is_blank_byte(source_[next]) || static_cast<unsigned char>(source_[next]) >= 0x80;
  return ends ? TokenKind::stop : TokenKind::other;
}

TokenKind Tokenizer::dash_kind(Span text, std::uint32_t at, std::uint32_t size) const {
  const bool both = base::is_name_char(before(text, at)) && base::is_name_char(at_or_blank(text, at + size));
  return both ? TokenKind::hyphen : TokenKind::dash;
}

}  // namespace errpress::claims
