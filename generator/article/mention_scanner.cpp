#include "article/mention_scanner.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "article/code_text.h"
#include "article/mention_words.h"
#include "article/punctuation.h"
#include "base/name.h"
#include "base/sixteen_bytes.h"

namespace errpress::article {

namespace {

// A number with one of these and a digit at its side is a piece of a date, a version, a time, a range or a longer
// number.
constexpr std::string_view kGlue = ".,:/-";

// Index of the first digit in [at, end), or end.
std::uint32_t find_digit(std::string_view source, std::uint32_t at, std::uint32_t end) {
  for (; end - at >= base::kSixteen; at += base::kSixteen) {
    const base::SixteenBits digits = base::SixteenBytes(source.data() + at).in_range('0', '9');
    if (digits != 0) return at + static_cast<std::uint32_t>(base::first_set(digits));
  }
  if (end < base::kSixteen) {
    while (at < end && !base::is_digit(source[at])) ++at;
    return at;
  }
  // The sixteen bytes that end there, without those that are behind us.
  const std::uint32_t last = end - base::kSixteen;
  const base::SixteenBits digits = base::SixteenBytes(source.data() + last).in_range('0', '9') >> (at - last);
  return digits != 0 ? at + static_cast<std::uint32_t>(base::first_set(digits)) : end;
}

struct Token {
  base::Number number;
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
    const bool inside_word = base::is_name_char(before(at));
    const bool negative = before(at) == '-' && (at - 1 == text_.begin || !base::is_name_char(before(at - 1)));
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
    return kGlue.find(before(at)) != std::string_view::npos && base::is_digit(before(at - 1)) && hex_end_ != at - 1;
  }
  bool goes_on_after(std::uint32_t at) const {
    if (at + 1 >= text_.end || kGlue.find(source_[at]) == std::string_view::npos) return false;
    const bool hex = source_[at + 1] == '0' && at + 2 < text_.end && (source_[at + 2] | 0x20) == 'x';
    return base::is_digit(source_[at + 1]) && !hex;
  }

  std::optional<Token> read_bare_hex(Span span) const {
    const std::string_view digits = span.of(source_);
    if (digits.size() > 8 || !std::all_of(digits.begin(), digits.end(), base::is_hex_digit)) return std::nullopt;
    const auto value = base::parse_hex("0x" + std::string(digits));
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
    return in_bracket(first.number.span.begin);
  }

  // Whether a bracket opens directly before `at`: ( [ or a wide one (U+FF08, U+FF3B).
  bool in_bracket(std::uint32_t at) const {
    const std::string_view text = Span{text_.begin, at}.of(source_);
    return text.ends_with('(') || text.ends_with('[') || text.ends_with("\xEF\xBC\x88") ||
           text.ends_with("\xEF\xBC\xBB");
  }

  void emit(const Token& first, const Token* second) {
    Mention mention;
    (first.hex ? mention.code.hex : mention.code.decimal) = first.number;
    if (second != nullptr) (second->hex ? mention.code.hex : mention.code.decimal) = second->number;
    const Span code = mention.code.span();
    mention.name = owner_of(code, second != nullptr);
    const bool counted = is_counted(word_before(skip_back(code.begin)).of(source_));
    if (mention.name.empty() && (second == nullptr || counted)) return;
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
    if (!subject_.empty() && starts_in_bracket(code.begin) && (pair || closes_entry(code.end))) return subject_;
    const Span linked = linked_name(code, pair);
    return linked.empty() ? name_in_bracket_after(code, pair) : linked;
  }

  std::uint32_t skip_blanks(std::uint32_t at) const {
    while (at < text_.end && base::is_blank(source_[at])) ++at;
    return at;
  }

  bool closes(std::uint32_t at) const {
    at = skip_blanks(at);
    return at < text_.end && source_[at] == ')';
  }

  // The same, at the end of an entry's head: "(4): text".
  bool closes_entry(std::uint32_t at) const {
    if (!closes(at)) return false;
    at = skip_blanks(skip_blanks(at) + 1);
    return at == text_.end || source_[at] == ':' || source_[at] == '-';
  }

  // Whether nothing but a bracket stands before `at`.
  bool starts_in_bracket(std::uint32_t at) const { return before(at) == '(' && skip_blanks(text_.begin) == at - 1; }

  // The error name that ends at `end`.
  Span name_ending(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > text_.begin && end - begin <= base::kMaxNameSize && base::is_name_char(source_[begin - 1])) --begin;
    const Span name{begin, end};
    return base::looks_like_error_name(name.of(source_)) ? name : Span{};
  }

  // Where what ends at `end` ends without the blanks and marks of emphasis behind it.
  std::uint32_t skip_back(std::uint32_t end) const {
    while (end > text_.begin && std::string_view(" \t`'\"*").find(source_[end - 1]) != std::string_view::npos) --end;
    return end;
  }

  // "NAME (", "NAME(", "`NAME` (".
  Span name_before_bracket(std::uint32_t at) const {
    return before(at) == '(' ? name_ending(skip_back(at - 1)) : Span{};
  }

  // "NAME has the code 4", "NAME: 4", "NAME - 4 (0x4)", "NAME (error 4)".
  Span linked_name(Span code, bool pair) const {
    const Span name = nearest_name(code.begin);
    const Span between{name.empty() ? text_.begin : name.end, code.begin};
    if ((name.empty() && subject_.empty()) || between.size() > kLongestBetween) return {};
    const Link link = read_link(between.of(source_));
    if (!link.plain || !(pair || is_claimed(link, code.end, name))) return {};
    return name.empty() ? subject_ : name;
  }

  // Whether a single number is surely the code of a name, and not a count, a footnote or something else's.
  bool is_claimed(const Link& link, std::uint32_t end, Span name) const {
    if (link.square || follows_preposition(name)) return false;
    if (link.bracket) return (link.says_code || link.says_kind) && closes(end);
    const std::string_view rest = Span{end, text_.end}.of(source_);
    if (link.says_code || link.says_is) return ends_clause(rest, link.says_code);
    // A sign alone, as in "- NAME: 4": the number must be all that there is.
    const bool stands_alone = !link.has_words && (link.has_sign || name.empty());
    const bool counts = !rest.empty() && (rest.front() == '%' || rest.front() == '+');
    return stands_alone && !counts && punctuation_size(rest) == rest.size();
  }

  // "for NAME", "of the NAME"
  bool follows_preposition(Span name) const {
    if (name.empty()) return false;
    const Span word = word_before(skip_back(name.begin));
    if (is_preposition(word.of(source_))) return true;
    const bool article = base::equal_ignoring_case(word.of(source_), "the");
    return article && is_preposition(word_before(skip_back(word.begin)).of(source_));
  }

  // The last error name that ends shortly before `at`.
  Span nearest_name(std::uint32_t at) const {
    const std::uint32_t from = at - text_.begin > kLongestBetween ? at - kLongestBetween : text_.begin;
    const std::size_t underscore = Span{from, at}.of(source_).rfind('_');
    if (underscore == std::string_view::npos) return {};
    std::uint32_t end = from + static_cast<std::uint32_t>(underscore);
    while (end < at && base::is_name_char(source_[end])) ++end;
    return end == at ? Span{} : name_ending(end);
  }

  // The word that ends at `end`; empty where there is none.
  Span word_before(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > text_.begin && end - begin <= kLongestBetween && base::is_name_char(source_[begin - 1])) --begin;
    return {begin, end};
  }

  // "error 4", "error code 4"
  bool called_error(std::uint32_t at) const {
    Span word = word_before(skip_back(at));
    if (base::equal_ignoring_case(word.of(source_), "code")) word = word_before(skip_back(word.begin));
    return base::equal_ignoring_case(word.of(source_), "error");
  }

  // "error 4 (NAME)", "4 (0x4, NAME)".
  Span name_in_bracket_after(Span code, bool pair) const {
    std::uint32_t at = skip_blanks(code.end);
    if (at == text_.end) return {};
    const bool opens = source_[at] == '(' && (pair || called_error(code.begin));
    if (!opens && !(pair && source_[at] == ',')) return {};
    at = skip_blanks(at + 1);
    const Span rest{at, text_.end};
    const auto size = static_cast<std::uint32_t>(base::name_prefix_size(rest.of(source_)));
    const Span name{at, at + size};
    const bool bracketed = closes(name.end);
    return bracketed && base::looks_like_error_name(name.of(source_)) ? name : Span{};
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
