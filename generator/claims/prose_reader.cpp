#include "claims/prose_reader.h"

#include <algorithm>

#include "base/name.h"

namespace errpress::claims {

namespace {

// Limits that keep the time linear: a sentence is read from at most so many bytes before its first digit, and in pieces
// of at most so many tokens.
constexpr std::uint32_t kMaxBefore = 240;
constexpr std::size_t kMaxTokens = 160;

// How far back another error's name is looked for that "it" could mean.
constexpr std::uint32_t kMaxBack = 600;

// "NAME (2015)": four digits that may be a year.
bool is_year(const CodeRange& code) {
  const base::Number& number = code.code.decimal;
  return !code.is_pair() && number.written() && number.notation.digits == 4 && !number.notation.minus &&
         number.value >= 1900 && number.value < 2100;
}

}  // namespace

void ProseReader::read(Span text, Span subject) {
  std::uint32_t read = text.begin;  // the end of the last sentence that was read
  for (std::uint32_t at = text.begin;;) {
    const std::uint32_t digit = find_digit(source_, at, text.end);
    if (digit == text.end) return;
    // A digit inside of a word is no number.
    if (digit > text.begin && base::is_name_char(source_[digit - 1])) {
      std::uint32_t word = digit;
      while (word > text.begin && base::is_name_char(source_[word - 1])) --word;
      std::uint32_t end = digit;
      while (end < text.end && base::is_name_char(source_[end])) ++end;
      if (base::is_letter(source_[word]) && (end - word > 8 || !base::is_hex_digit(source_[word]))) {
        at = end;
        continue;
      }
    }
    const std::uint32_t begin = std::max(read, sentence_begin(source_, text, digit, kMaxBefore));
    tokens_.clear();
    add_subject({begin, text.end}, begin == text.begin ? subject : Span{});
    const std::uint32_t end = tokenizer_.read_sentence(text, begin, kMaxTokens, tokens_);
    read_sentence(text, {begin, end}, subject);
    read = end;
    at = std::max(at, end);
  }
}

void ProseReader::read_about_another(Span text) {
  reads_own_ = false;
  read(text);
  reads_own_ = true;
}

// An entry's name and what stands behind it come first, as if they were part of its description.
void ProseReader::add_subject(Span text, Span subject) {
  if (subject.empty()) return;
  tokens_.push_back({.kind = TokenKind::name, .span = subject});
  tokens_.push_back({.kind = TokenKind::colon, .span = {text.begin, text.begin}, .soft = true});
}

void ProseReader::read_sentence(Span text, Span sentence, Span subject) {
  codes_.clear();
  if (!table_head_.empty()) mark_hex_columns();
  find_codes(tokens_, source_, codes_);
  if (codes_.empty()) return;
  const char before = sentence.begin > text.begin ? source_[sentence.begin - 1] : '.';
  Sentence whole{.tokens = tokens_};
  whole.first = !tokens_.empty() && tokens_.size() > 1 && tokens_[1].soft ? 2 : 0;
  whole.begins = before == '.' || before == '!' || before == '?' || before == ';';
  whole.ends_text = sentence.end == text.end;
  const std::size_t first = claims_.size();
  for (const CodeRange& code : codes_) read_code(whole, code, text, subject);
  drop_second_codes(first);
}

// "Bug Check 0xC4: NAME (0x71007)": a name that has its code in front of it has something else in brackets. Looks at
// the claims from `first` on.
void ProseReader::drop_second_codes(std::size_t first) {
  for (std::size_t i = first + 1; i < claims_.size(); ++i) {
    const Claim& claim = claims_[i];
    const Claim& before = claims_[i - 1];
    const bool same = !claim.name_span.empty() && claim.name_span == before.name_span;
    const bool around = before.span.begin < before.name_span.begin && claim.span.begin == claim.name_span.begin;
    if (!same || !around || claim.grade != Grade::bracket) continue;
    claims_.erase(claims_.begin() + static_cast<std::ptrdiff_t>(i));
    --i;
  }
}

void ProseReader::read_code(const Sentence& sentence, const CodeRange& code, Span text, Span subject) {
  if (is_excluded(sentence.tokens, code) || try_forms(sentence, code, text, subject)) return;
  Sentence with_capitals = sentence;
  with_capitals.capitals = true;
  if (try_forms(with_capitals, code, text, subject) || !code.is_pair()) return;
  if (!is_called_code(sentence.tokens, code) && !is_own_code(code.code)) return;
  Claim claim = claim_of(code);
  claim.grade = has_strong_label(sentence.tokens, code) ? Grade::statement : Grade::loose;
  claim.called_code = true;
  claims_.push_back(claim);
}

bool ProseReader::try_forms(const Sentence& sentence, const CodeRange& code, Span text, Span subject) {
  for (const Form& form : forms()) {
    const auto found = match(form, sentence, code);
    if (!found || !meets(form, sentence, code, *found, text, subject)) continue;
    add(form, sentence, code, *found, subject);
    return true;
  }
  return false;
}

bool ProseReader::meets(const Form& form, const Sentence& sentence, const CodeRange& code, const Match& found,
                        Span text, Span subject) const {
  switch (form.demand) {
    case Demand::nothing:
      return true;
    case Demand::marked:
      return code.is_marked();
    case Demand::hex:
      return (code.code.hex.written() || code.fault == base::CodeFault::hex_too_long) &&
             (found.name == kNoName || on_one_line(sentence.tokens[found.name].span, code.span()));
    case Demand::pair:
      return code.is_pair();
    case Demand::evidence:
      return has_evidence(sentence.tokens, code);
    case Demand::set_apart:
      return is_set_apart(sentence.tokens, code) || has_evidence(sentence.tokens, code);
    case Demand::likely:
      return code.is_marked() || is_set_apart(sentence.tokens, code) || has_evidence(sentence.tokens, code);
    case Demand::own_marked:
      if (!code.is_marked()) return false;
      return !subject.empty() || is_about_own(sentence, code, found, text);
    case Demand::own_pair:
      if (!code.is_pair()) return false;
      [[fallthrough]];
    case Demand::own:
      return !subject.empty() || is_about_own(sentence, code, found, text);
    case Demand::column:
      return is_code_column(sentence, code.first);
    case Demand::brackets:
      return fits_bracket(sentence, code, found);
  }
  return false;
}

// "This error", "the code" and "it" mean the article's error where nothing else can be meant.
bool ProseReader::is_about_own(const Sentence& sentence, const CodeRange& code, const Match& found, Span text) const {
  if (!reads_own_ || !article_.title.readable()) return false;
  const bool begins_text = sentence.tokens[found.first].span.begin == text.begin;
  if (!begins_text && is_bare_pronoun(sentence, code, found) &&
      !speaks_of_own({text.begin, sentence.tokens[found.first].span.begin}))
    return false;
  for (std::size_t i = found.first; i < code.first; ++i) {
    if (sentence.tokens[i].is(kForeign)) return false;
  }
  for (std::size_t i = code.last + 1; i < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].is(kCondition) || sentence.tokens[i].kind == TokenKind::name) return false;
  }
  return !names_another({text.begin, sentence.tokens[found.first].span.begin});
}

// "It is 5", "This is equal to 5": nothing says that it is the code of an error.
bool ProseReader::is_bare_pronoun(const Sentence& sentence, const CodeRange& code, const Match& found) const {
  if (!sentence.tokens[found.first].is(kThis)) return false;
  for (std::size_t i = found.first + 1; i < code.first; ++i) {
    const Token& token = sentence.tokens[i];
    if (token.is(kStrong) || (token.is(kExact) && !token.is(kHex | kDecimal))) return false;
  }
  return true;
}

// Whether the text names the article's error or speaks of an error.
bool ProseReader::speaks_of_own(Span text) const {
  const std::string_view before = text.of(source_);
  const std::string_view own = article_.title.name.of(source_);
  return before.find("error") != std::string_view::npos || before.find(own) != std::string_view::npos;
}

// Whether a name other than the article's own stands at the end of `text`.
bool ProseReader::names_another(Span text) const {
  std::uint32_t at = text.size() > kMaxBack ? text.end - kMaxBack : text.begin;
  const std::string_view own = article_.title.name.of(source_);
  while (at < text.end) {
    const std::string_view word = source_.substr(at, base::name_prefix_size(Span{at, text.end}.of(source_)));
    if (word != own && base::looks_like_error_name(word)) return true;
    at += static_cast<std::uint32_t>(std::max<std::size_t>(word.size(), 1));
  }
  return false;
}

bool ProseReader::on_one_line(Span a, Span b) const {
  const Span both{std::min(a.begin, b.begin), std::max(a.end, b.end)};
  return both.of(source_).find_first_of("\r\n") == std::string_view::npos;
}

// What may stand in the brackets behind a code: the end, or words behind a comma or the like.
bool ProseReader::fits_bracket(const Sentence& sentence, const CodeRange& code, const Match& found) const {
  const auto tokens = sentence.tokens;
  std::size_t open = code.first;
  while (open > 0 && tokens[open].kind != TokenKind::open) --open;
  const bool call = open > 0 && tokens[open].glued && tokens[open - 1].kind == TokenKind::word;
  if (call && found.first == open) return false;  // "f(NAME, 5)"
  const std::size_t next = code.last + 1;
  const bool labelled = label_begin(tokens, code.first) < code.first;
  const bool closed = next < tokens.size() && tokens[next].kind == TokenKind::close;
  if (tokens[open].square && !labelled && !code.is_marked()) return false;
  if (closed) {
    // "CURLOPT_PROXY(3)", "RENAME(2)": a manual page.
    if (tokens[open].glued && !labelled && code.code.decimal.notation.digits == 1 && !code.is_pair()) return false;
    if (is_year(code) && !labelled && sentence.first == 0) return false;
    // "(1) The first": of an entry's description, only a bracket that stands alone is its code.
    if (found.name != 0 || sentence.first == 0 || code.is_pair() || labelled) return true;
    if (next + 1 == tokens.size()) return sentence.ends_text;
    const TokenKind kind = tokens[next + 1].kind;
    return kind == TokenKind::colon || kind == TokenKind::dash || (kind == TokenKind::stop && sentence.ends_text);
  }
  if (next == tokens.size()) return code.is_pair();
  if (code.is_pair()) return true;
  switch (tokens[next].kind) {
    case TokenKind::comma:
    case TokenKind::slash:
      return next + 1 < tokens.size() && tokens[next + 1].kind != TokenKind::number && (code.is_marked() || labelled);
    case TokenKind::colon:
    case TokenKind::dash:
    case TokenKind::equals:
      return next + 1 < tokens.size() && tokens[next + 1].kind != TokenKind::number;
    default:
      return false;
  }
}

// Whether the head of the table says that the column of the token `at` has codes.
bool ProseReader::is_code_column(const Sentence& sentence, std::size_t at) const {
  const auto bars = std::count_if(sentence.tokens.begin(), sentence.tokens.begin() + static_cast<std::ptrdiff_t>(at),
                                  [](const Token& token) { return token.kind == TokenKind::bar; });
  const WordClasses classes = column_classes(bars);
  return (classes & kLabel) != 0 && (classes & kForeign) == 0;
}

// The classes of the words in a cell of the table's head, behind `column` bars.
WordClasses ProseReader::column_classes(std::ptrdiff_t column) const {
  WordClasses classes = 0;
  for (std::uint32_t i = table_head_.begin; i < table_head_.end && column >= 0;) {
    const std::string_view rest = Span{i, table_head_.end}.of(source_);
    const std::size_t size = base::name_prefix_size(rest);
    if (rest.front() == '|') --column;
    if (column == 0) classes |= classes_of(rest.substr(0, size));
    i += static_cast<std::uint32_t>(std::max<std::size_t>(size, 1));
  }
  return classes;
}

void ProseReader::mark_hex_columns() {
  std::ptrdiff_t column = 0;
  for (Token& token : tokens_) {
    if (token.kind == TokenKind::bar) ++column;
    if (token.bare) token.hex_column = (column_classes(column) & kHex) != 0;
  }
}

bool ProseReader::is_own_code(const base::Code& code) const {
  const base::Code& own = article_.title.code;
  const auto is_own = [&](const base::Number& number) {
    return number.written() && number.value >= kMarked && own.states(number.value);
  };
  return article_.title.readable() && (is_own(code.decimal) || is_own(code.hex));
}

Claim ProseReader::claim_of(const CodeRange& code) {
  Claim claim{.span = code.span(), .name_span = {}, .code = code.code};
  claim.family = code.family;
  claim.fault = code.fault;
  claim.fault_at = code.fault_at;
  claim.fault_digits = code.fault_digits;
  return claim;
}

void ProseReader::add(const Form& form, const Sentence& sentence, const CodeRange& code, const Match& found,
                      Span subject) {
  Claim claim = claim_of(code);
  const Span number = claim.span;
  // "exit code 5 (NAME)": it may be a code of the program.
  claim.grade = says_foreign_code(sentence.tokens, code) ? std::min(form.grade, Grade::statement) : form.grade;
  for (std::size_t i = found.first; i < code.first && claim.family == StatedFamily::none; ++i) {
    claim.family = family_of(sentence.tokens[i].classes);
  }
  claim.called_code = code.is_pair() && is_called_code(sentence.tokens, code);
  const bool own = found.name == kNoName;
  claim.name_span = own ? subject : sentence.tokens[found.name].span;
  claim.own = own && subject.empty();
  if (!claim.name_span.empty()) {
    claim.span = {std::min(number.begin, claim.name_span.begin), std::max(number.end, claim.name_span.end)};
  }
  claim.may_be_hex = form.grade == Grade::bracket && label_begin(sentence.tokens, code.first) == code.first;
  claim.marks_only = form.marks_only();
  claims_.push_back(claim);
}

}  // namespace errpress::claims
