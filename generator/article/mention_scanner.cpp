#include "article/mention_scanner.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "article/code_text.h"
#include "article/mention_words.h"
#include "text/name.h"
#include "text/sixteen_bytes.h"

namespace errpress::article {

namespace {

// A number with one of these and a digit at its side is a piece of a date, a version, a time, a range or a longer
// number.
constexpr std::string_view kGlue = ".,:/-";

// Index of the first digit in [at, end), or end.
std::uint32_t find_digit(std::string_view source, std::uint32_t at, std::uint32_t end) {
  for (; end - at >= text::kSixteen; at += text::kSixteen) {
    const text::SixteenBits digits = text::SixteenBytes(source.data() + at).in_range('0', '9');
    if (digits != 0) return at + static_cast<std::uint32_t>(text::first_set(digits));
  }
  if (end < text::kSixteen) {
    while (at < end && !text::is_digit(source[at])) ++at;
    return at;
  }
  // The sixteen bytes that end there, without those that are behind us.
  const std::uint32_t last = end - text::kSixteen;
  const text::SixteenBits digits = text::SixteenBytes(source.data() + last).in_range('0', '9') >> (at - last);
  return digits != 0 ? at + static_cast<std::uint32_t>(text::first_set(digits)) : end;
}

struct Token {
  text::Number number;
  bool hex = false;
  bool bare = false;  // could be a hex without its 0x: "20D8"
};

class Scanner {
 public:
  Scanner(std::string_view source, Span text, std::vector<Mention>& mentions, Span subject)
      : source_(source), text_(text), mentions_(mentions), subject_(subject) {}

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

  // A number that found no partner counts only where a name claims it.
  void flush() {
    if (pending_) emit(*pending_, nullptr);
    pending_.reset();
  }

  bool joins(const Token& first, const Token& second, const Between& between) const {
    if (!between.plain || first.hex == second.hex) return false;
    if (second.bare) return between.hex_word;
    if (between.hex_word || between.opens) return true;
    const char bracket = before(first.number.span.begin);  // or one of another script
    return bracket == '(' || bracket == '[' || static_cast<unsigned char>(bracket) >= 0x80;
  }

  void emit(const Token& first, const Token* second) {
    Mention mention;
    (first.hex ? mention.code.hex : mention.code.decimal) = first.number;
    if (second != nullptr) (second->hex ? mention.code.hex : mention.code.decimal) = second->number;
    const Span code = mention.code.span();
    mention.name = owner_of(code, second != nullptr);
    if (mention.name.empty() && second == nullptr) return;
    mention.span = code;
    if (!mention.name.empty()) {
      mention.span = {std::min(code.begin, mention.name.begin), std::max(code.end, mention.name.end)};
    }
    mentions_.push_back(mention);
  }

  // The name that prose gives the code to: "NAME (4)", "NAME has the code 4", "error 4 (NAME)". Empty where it is
  // none's.
  Span owner_of(Span code, bool pair) const {
    const Span before_bracket = name_before_bracket(code.begin);
    if (!before_bracket.empty() && (pair || closes(code.end))) return before_bracket;
    const Span linked = linked_name(code, pair);
    return linked.empty() ? name_in_bracket_after(code, pair) : linked;
  }

  std::uint32_t skip_blanks(std::uint32_t at) const {
    while (at < text_.end && text::is_blank(source_[at])) ++at;
    return at;
  }

  bool closes(std::uint32_t at) const {
    at = skip_blanks(at);
    return at < text_.end && source_[at] == ')';
  }

  // The error name that ends at `end`.
  Span name_ending(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > text_.begin && end - begin <= text::kMaxNameSize && text::is_name_char(source_[begin - 1])) --begin;
    const Span name{begin, end};
    return text::looks_like_error_name(name.of(source_)) ? name : Span{};
  }

  // "NAME (" or "NAME(".
  Span name_before_bracket(std::uint32_t at) const {
    if (before(at) != '(') return {};
    std::uint32_t end = at - 1;
    while (end > text_.begin && text::is_blank(source_[end - 1])) --end;
    return end == text_.begin ? subject_ : name_ending(end);
  }

  // "NAME has the code 4", "NAME: 4", "NAME - 4 (0x4)".
  Span linked_name(Span code, bool pair) const {
    const Span name = nearest_name(code.begin);
    const Span between{name.empty() ? text_.begin : name.end, code.begin};
    if (name.empty() && subject_.empty()) return {};
    if (between.size() > kLongestBetween) return {};
    const Link link = read_link(between.of(source_));
    if (!link.plain) return {};
    const bool sure = link.says_code || !link.has_words;
    if (!pair && (!sure || link.opens || goes_on_in_words(code.end))) return {};
    return name.empty() ? subject_ : name;
  }

  // The last error name that ends shortly before `at`.
  Span nearest_name(std::uint32_t at) const {
    const std::uint32_t from = at - text_.begin > kLongestBetween ? at - kLongestBetween : text_.begin;
    const std::size_t underscore = Span{from, at}.of(source_).rfind('_');
    if (underscore == std::string_view::npos) return {};
    std::uint32_t end = from + static_cast<std::uint32_t>(underscore);
    while (end < at && text::is_name_char(source_[end])) ++end;
    return end == at ? Span{} : name_ending(end);
  }

  // Whether a word follows, so that the number counts something: "NAME: 4 ways to mend it".
  bool goes_on_in_words(std::uint32_t at) const {
    at = skip_blanks(at);
    return at < text_.end && (text::is_name_char(source_[at]) || source_[at] == '%');
  }

  std::string_view word_before(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end > text_.begin && text::is_blank(source_[end - 1])) --end;
    std::uint32_t begin = end;
    while (begin > text_.begin && end - begin <= kLongestBetween && text::is_name_char(source_[begin - 1])) --begin;
    return Span{begin, end}.of(source_);
  }

  // "error 4 (NAME)", "4 (0x4, NAME)".
  Span name_in_bracket_after(Span code, bool pair) const {
    std::uint32_t at = skip_blanks(code.end);
    if (at == text_.end) return {};
    const bool opens = source_[at] == '(' && (pair || is_error_word(word_before(code.begin)));
    if (!opens && !(pair && source_[at] == ',')) return {};
    at = skip_blanks(at + 1);
    const Span rest{at, text_.end};
    const auto size = static_cast<std::uint32_t>(text::name_prefix_size(rest.of(source_)));
    const Span name{at, at + size};
    const bool bracketed = closes(name.end);
    return bracketed && text::looks_like_error_name(name.of(source_)) ? name : Span{};
  }

  std::string_view source_;
  Span text_;
  std::vector<Mention>& mentions_;
  Span subject_;
  std::optional<Token> pending_;
  std::uint32_t hex_end_ = 0;  // of the last hex; 0 where there was none
};

}  // namespace

void scan_mentions(std::string_view source, Span text, std::vector<Mention>& mentions, Span subject) {
  Scanner(source, text, mentions, subject).run();
}

}  // namespace errpress::article
