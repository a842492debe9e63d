#include "article/mention_scanner.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "article/code_text.h"
#include "text/eight_bytes.h"
#include "text/name.h"

namespace errpress::article {

namespace {

// A number with one of these and a digit at its side is a piece of a date, a version, a time, a range or a longer
// number.
constexpr std::string_view kGlue = ".,:/-";

constexpr std::uint32_t kBlock = 64;

// Whether a digit is among kBlock bytes. No early way out, so that compilers use vector instructions.
bool block_has_digit(const char* bytes) {
  std::uint8_t least = 0xFF;  // distance from '0' upwards, round the end
  for (std::uint32_t i = 0; i < kBlock; ++i) {
    least = std::min(least, static_cast<std::uint8_t>(static_cast<std::uint8_t>(bytes[i]) - '0'));
  }
  return least <= 9;
}

// Index of the first digit in [at, end), or end.
std::uint32_t find_digit(std::string_view source, std::uint32_t at, std::uint32_t end) {
  while (end - at >= kBlock && !block_has_digit(source.data() + at)) at += kBlock;
  while (end - at >= 8) {
    const text::EightBytes bytes = text::load_eight(source.data() + at);
    if (((text::mark_range(bytes, '0', '9') | bytes) & text::kMarks) != 0) break;
    at += 8;
  }
  while (at < end && !text::is_digit(source[at])) ++at;
  return at;
}

constexpr std::array<std::string_view, 27> kConnectors = {
    "a",           "also",         "an",        "and",    "as",     "code",   "decimal",
    "equivalent",  "equivalently", "expressed", "form",   "format", "has",    "in",
    "is",          "its",          "notation",  "number", "of",     "or",     "representation",
    "represented", "the",          "value",     "which",  "with",   "written"};

// What stands between two numbers that mean one code.
struct Between {
  bool plain = true;      // nothing but connecting words and light punctuation
  bool hex_word = false;  // "hex", "hexadecimal"
  bool opens = false;     // ends in '('
};

Between read_between(std::string_view text) {
  Between result;
  constexpr std::size_t kLongest = 64;
  if (text.size() > kLongest) return {.plain = false};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = text::name_prefix_size(text.substr(at));
    if (size == 0) {
      if (std::string_view(" \t,(/-=:").find(text[at]) == std::string_view::npos) result.plain = false;
      ++at;
      continue;
    }
    const std::string_view word = text.substr(at, size);
    if (word == "hex" || word == "hexadecimal" || word == "Hex" || word == "Hexadecimal") {
      result.hex_word = true;
    } else if (std::find(kConnectors.begin(), kConnectors.end(), word) == kConnectors.end()) {
      result.plain = false;
    }
    at += size;
  }
  result.opens = text.ends_with('(');
  return result;
}

struct Token {
  text::Number number;
  bool hex = false;
  bool bare = false;  // could be a hex without its 0x: "20D8"
};

class Scanner {
 public:
  Scanner(std::string_view source, Span text, std::vector<Mention>& mentions)
      : source_(source), text_(text), mentions_(mentions) {}

  void run() {
    for (std::uint32_t at = find_digit(source_, text_.begin, text_.end); at < text_.end;) {
      const std::optional<Token> token = read_token(at);
      if (token) take(*token);
      at = find_digit(source_, at, text_.end);
    }
    flush();
  }

 private:
  char before(std::uint32_t at) const { return at > text_.begin ? source_[at - 1] : ' '; }

  // The number whose first digit is at `at`; moves `at` past the word it stands in.
  std::optional<Token> read_token(std::uint32_t& at) {
    const bool inside_word = text::is_name_char(before(at));
    const bool negative = before(at) == '-' && (at - 1 == text_.begin || !text::is_name_char(before(at - 1)));
    const NumberToken read = read_number(source_, negative ? at - 1 : at, text_.end);
    const Span span = read.number.span;
    const bool piece = !read.hex && (goes_on_before(span.begin) || goes_on_after(span.end));
    at = span.end;
    if (read.hex) hex_end_ = at;
    if (inside_word || piece) return std::nullopt;
    if (read.is_number) return Token{read.number, read.hex, false};
    return read_bare_hex(span);
  }

  // Whether another number joins on. A hex that does ("13002-0x32CA") is the other half of a code.
  bool goes_on_before(std::uint32_t at) const {
    return kGlue.find(before(at)) != std::string_view::npos && text::is_digit(before(at - 1)) && hex_end_ != at - 1;
  }
  bool goes_on_after(std::uint32_t at) const {
    if (at + 1 >= text_.end || kGlue.find(source_[at]) == std::string_view::npos) return false;
    const bool hex = source_[at + 1] == '0' && at + 2 < text_.end && (source_[at + 2] | 0x20) == 'x';
    return text::is_digit(source_[at + 1]) && !hex;
  }

  std::optional<Token> read_bare_hex(Span span) const {
    const std::string_view digits = span.of(source_);
    if (digits.size() > 8 || !std::all_of(digits.begin(), digits.end(), text::is_hex_digit)) return std::nullopt;
    const auto value = text::parse_hex("0x" + std::string(digits));
    if (!value) return std::nullopt;
    return Token{{*value, span}, true, true};
  }

  void take(Token token) {
    if (pending_) {
      const Between between = read_between(Span{pending_->number.span.end, token.number.span.begin}.of(source_));
      const bool said_hex = between.plain && between.hex_word && !pending_->hex;
      if (said_hex) token = read_bare_hex(token.number.span).value_or(token);  // "8192 (hex 2000)"
      if (joins(*pending_, token, between)) {
        emit(*pending_, &token);
        pending_.reset();
        return;
      }
    }
    flush();
    if (!token.bare) pending_ = token;
  }

  // A number that found no partner counts only where it fills a bracket behind a name: NAME (13883).
  void flush() {
    if (pending_) emit(*pending_, nullptr);
    pending_.reset();
  }

  bool joins(const Token& first, const Token& second, const Between& between) const {
    if (!between.plain || first.hex == second.hex) return false;
    if (second.bare) return between.hex_word;
    if (between.hex_word || between.opens) return true;
    return before(first.number.span.begin) == '(';
  }

  void emit(const Token& first, const Token* second) {
    Mention mention;
    (first.hex ? mention.code.hex : mention.code.decimal) = first.number;
    if (second != nullptr) (second->hex ? mention.code.hex : mention.code.decimal) = second->number;
    mention.name = name_before(first.number.span.begin);
    if (second == nullptr && (mention.name.empty() || !closes(first.number.span.end))) return;
    mention.span = mention.code.span();
    if (!mention.name.empty()) mention.span.begin = mention.name.begin;
    mentions_.push_back(mention);
  }

  bool closes(std::uint32_t at) const {
    while (at < text_.end && text::is_blank(source_[at])) ++at;
    return at < text_.end && source_[at] == ')';
  }

  // The error name directly before the bracket that opens before `at`: "NAME (" or "NAME(".
  Span name_before(std::uint32_t at) const {
    if (before(at) != '(') return {};
    std::uint32_t end = at - 1;
    while (end > text_.begin && text::is_blank(source_[end - 1])) --end;
    std::uint32_t begin = end;
    while (begin > text_.begin && end - begin <= text::kMaxNameSize && text::is_name_char(source_[begin - 1])) --begin;
    const Span name{begin, end};
    return text::looks_like_error_name(name.of(source_)) ? name : Span{};
  }

  std::string_view source_;
  Span text_;
  std::vector<Mention>& mentions_;
  std::optional<Token> pending_;
  std::uint32_t hex_end_ = 0;  // of the last hex; 0 where there was none
};

}  // namespace

void scan_mentions(std::string_view source, Span text, std::vector<Mention>& mentions) {
  Scanner(source, text, mentions).run();
}

}  // namespace errpress::article
