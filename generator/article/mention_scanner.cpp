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

// A number with one of these and another digit next to it is part of a date, a version, a time, a range or a longer
// number.
constexpr std::string_view kNumberJoiners = ".,:/-";

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
  // The last sixteen bytes of the range, shifting out those before `at`.
  const std::uint32_t last = end - base::kSixteen;
  const base::SixteenBits digits = base::SixteenBytes(source.data() + last).in_range('0', '9') >> (at - last);
  return digits != 0 ? at + static_cast<std::uint32_t>(base::first_set(digits)) : end;
}

struct Token {
  base::Number number;
  bool hex = false;
  bool bare = false;  // a possible hex number without its 0x prefix: "20D8"
};

class Scanner {
 public:
  Scanner(std::string_view source, Span text, std::vector<Mention>& mentions, Span subject)
      : source_(source), text_(text), mentions_(mentions), subject_(subject) {}

  void run() {
    for (std::uint32_t at = find_digit(source_, text_.begin, text_.end); at < text_.end;) {
      const std::optional<Token> token = read_token(at);
      if (token) add(*token);
      at = find_digit(source_, at, text_.end);
    }
    flush();
  }

 private:
  char before(std::uint32_t at) const { return at > text_.begin ? source_[at - 1] : ' '; }

  // Reads the number whose first digit is at `at`; moves `at` past the word that contains it.
  std::optional<Token> read_token(std::uint32_t& at) {
    const bool inside_word = base::is_name_char(before(at));
    const bool negative = before(at) == '-' && (at - 1 == text_.begin || !base::is_name_char(before(at - 1)));
    const NumberToken read = read_number(source_, negative ? at - 1 : at, text_.end);
    const Span span = read.number.span;
    const bool part_of_more = !read.hex && (is_joined_before(span.begin) || is_joined_after(span.end));
    at = span.end;
    if (read.hex) hex_end_ = at;
    if (inside_word || part_of_more) return std::nullopt;
    if (read.is_number) return Token{read.number, read.hex, false};
    return read_bare_hex(span);
  }

  // Whether an adjacent number makes this one part of a longer form. An adjacent hex does not: in "13002-0x32CA" it is
  // the other half of the code.
  bool is_joined_before(std::uint32_t at) const {
    return kNumberJoiners.find(before(at)) != std::string_view::npos && base::is_digit(before(at - 1)) &&
           hex_end_ != at - 1;
  }
  bool is_joined_after(std::uint32_t at) const {
    if (at + 1 >= text_.end || kNumberJoiners.find(source_[at]) == std::string_view::npos) return false;
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

  // Joins the token with the pending one, or makes it the pending one.
  void add(Token token) {
    if (pending_) {
      const Separator separator = read_separator(Span{pending_->number.span.end, token.number.span.begin}.of(source_));
      const bool expects_hex = separator.plain && separator.hex_word && !pending_->hex;
      if (expects_hex) token = read_bare_hex(token.number.span).value_or(token);  // "8192 (hex 2000)"
      if (is_pair(*pending_, token, separator)) {
        add_mention(*pending_, &token);
        pending_.reset();
        return;
      }
    }
    flush();
    if (!token.bare) pending_ = token;
  }

  // A number without a partner is a mention only if it belongs to a name.
  void flush() {
    if (pending_) add_mention(*pending_, nullptr);
    pending_.reset();
  }

  bool is_pair(const Token& first, const Token& second, const Separator& separator) const {
    if (!separator.plain || first.hex == second.hex) return false;
    if (second.bare) return separator.hex_word;
    if (separator.hex_word || separator.opens) return true;
    return follows_bracket(first.number.span.begin);
  }

  // Whether an opening bracket directly precedes `at`: ( [ or a fullwidth one (U+FF08, U+FF3B).
  bool follows_bracket(std::uint32_t at) const {
    const std::string_view text = Span{text_.begin, at}.of(source_);
    return text.ends_with('(') || text.ends_with('[') || text.ends_with("\xEF\xBC\x88") ||
           text.ends_with("\xEF\xBC\xBB");
  }

  void add_mention(const Token& first, const Token* second) {
    Mention mention;
    (first.hex ? mention.code.hex : mention.code.decimal) = first.number;
    if (second != nullptr) (second->hex ? mention.code.hex : mention.code.decimal) = second->number;
    const Span code = mention.code.span();
    mention.name = owner_of(code, second != nullptr);
    const bool counted = precedes_count(word_before(skip_back(code.begin)).of(source_));
    if (mention.name.empty() && (second == nullptr || counted)) return;
    mention.span = code;
    if (!mention.name.empty()) {
      mention.span = {std::min(code.begin, mention.name.begin), std::max(code.end, mention.name.end)};
    }
    mentions_.push_back(mention);
  }

  // The name that the code belongs to: "NAME (4)", "NAME has the code 4", "error 4 (NAME)". Empty if there is none.
  Span owner_of(Span code, bool pair) const {
    const Span before_bracket = name_before_bracket(code.begin);
    if (!before_bracket.empty() && (pair || bracket_closes_at(code.end))) return before_bracket;
    if (!subject_.empty() && starts_in_bracket(code.begin) && (pair || entry_head_ends_at(code.end))) return subject_;
    const Span linked = linked_name(code, pair);
    return linked.empty() ? name_in_bracket_after(code, pair) : linked;
  }

  std::uint32_t skip_blanks(std::uint32_t at) const {
    while (at < text_.end && base::is_blank(source_[at])) ++at;
    return at;
  }

  // Whether a ')' follows `at`, after blanks.
  bool bracket_closes_at(std::uint32_t at) const {
    at = skip_blanks(at);
    return at < text_.end && source_[at] == ')';
  }

  // The same, followed by a ':' or '-', or by the end of the text: "(4): text".
  bool entry_head_ends_at(std::uint32_t at) const {
    if (!bracket_closes_at(at)) return false;
    at = skip_blanks(skip_blanks(at) + 1);
    return at == text_.end || source_[at] == ':' || source_[at] == '-';
  }

  // Whether only an opening bracket precedes `at` in the text.
  bool starts_in_bracket(std::uint32_t at) const { return before(at) == '(' && skip_blanks(text_.begin) == at - 1; }

  // The error name that ends at `end`; empty if there is none.
  Span name_ending(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > text_.begin && end - begin <= base::kMaxNameSize && base::is_name_char(source_[begin - 1])) --begin;
    const Span name{begin, end};
    return base::looks_like_error_name(name.of(source_)) ? name : Span{};
  }

  // Moves `end` back over blanks and emphasis characters.
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
    if ((name.empty() && subject_.empty()) || between.size() > kMaxDistance) return {};
    const Link link = read_link(between.of(source_));
    if (!link.plain || !(pair || belongs_to_name(link, code.end, name))) return {};
    return name.empty() ? subject_ : name;
  }

  // Whether a single number is certainly the code of the name, and not a count, a footnote or the value of something
  // else.
  bool belongs_to_name(const Link& link, std::uint32_t end, Span name) const {
    if (link.square_bracket || follows_preposition(name)) return false;
    if (link.parenthesis) return (link.code_word || link.kind_word) && bracket_closes_at(end);
    const std::string_view rest = Span{end, text_.end}.of(source_);
    if (link.code_word || link.equals_word) return ends_clause(rest, link.code_word);
    // Linked by punctuation only, as in "- NAME: 4": nothing but punctuation may follow the number.
    const bool stands_alone = !link.any_word && (link.punctuation || name.empty());
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

  // The last error name that ends within kMaxDistance bytes before `at`.
  Span nearest_name(std::uint32_t at) const {
    const std::uint32_t from = at - text_.begin > kMaxDistance ? at - kMaxDistance : text_.begin;
    const std::size_t underscore = Span{from, at}.of(source_).rfind('_');
    if (underscore == std::string_view::npos) return {};
    std::uint32_t end = from + static_cast<std::uint32_t>(underscore);
    while (end < at && base::is_name_char(source_[end])) ++end;
    return end == at ? Span{} : name_ending(end);
  }

  // The word that ends at `end`; empty if there is none.
  Span word_before(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > text_.begin && end - begin <= kMaxDistance && base::is_name_char(source_[begin - 1])) --begin;
    return {begin, end};
  }

  // Whether "error" or "error code" precedes `at`: "error 4", "error code 4".
  bool follows_error_word(std::uint32_t at) const {
    Span word = word_before(skip_back(at));
    if (base::equal_ignoring_case(word.of(source_), "code")) word = word_before(skip_back(word.begin));
    return base::equal_ignoring_case(word.of(source_), "error");
  }

  // "error 4 (NAME)", "4 (0x4, NAME)".
  Span name_in_bracket_after(Span code, bool pair) const {
    std::uint32_t at = skip_blanks(code.end);
    if (at == text_.end) return {};
    const bool opens = source_[at] == '(' && (pair || follows_error_word(code.begin));
    if (!opens && !(pair && source_[at] == ',')) return {};
    at = skip_blanks(at + 1);
    const Span rest{at, text_.end};
    const auto size = static_cast<std::uint32_t>(base::name_prefix_size(rest.of(source_)));
    const Span name{at, at + size};
    return bracket_closes_at(name.end) && base::looks_like_error_name(name.of(source_)) ? name : Span{};
  }

  std::string_view source_;
  Span text_;
  std::vector<Mention>& mentions_;
  Span subject_;
  std::optional<Token> pending_;
  std::uint32_t hex_end_ = 0;  // end offset of the last hex number; 0 if there was none
};

}  // namespace

void scan_mentions(std::string_view source, Span text, std::vector<Mention>& mentions, Span subject) {
  Scanner(source, text, mentions, subject).run();
}

}  // namespace errpress::article
