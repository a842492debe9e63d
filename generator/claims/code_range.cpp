#include "claims/code_range.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/code_text.h"

namespace errpress::claims {

namespace {

using Tokens = std::span<const Token>;

constexpr std::size_t kMaxGap = 12;       // tokens between the two numbers of a pair
constexpr std::size_t kMaxDistance = 80;  // bytes
constexpr std::size_t kMaxLabel = 6;      // tokens of "the numeric code is"

// May stand between the two numbers of a pair.
constexpr WordClasses kBetween =
    kOr | kAnd | kDet | kAdj | kLabel | kBe | kWhich | kHave | kOf | kIn | kAdverb | kPart | kAs | kWhose | kLink;

// What stands between two numbers.
struct Gap {
  bool allowed = true;
  bool hex_word = false;
  bool decimal_word = false;
  bool ranges = false;  // "to", "through", a dash
  bool joins = false;   // or, comma, slash, equals, bar: the second number may restate the first
  bool label = false;
  std::size_t opens = 0;
};

Gap read_gap(Tokens gap) {
  Gap result;
  for (const Token& token : gap) {
    switch (token.kind) {
      case TokenKind::word:
        result.allowed = result.allowed && (token.classes & kBetween) != 0;
        result.hex_word = result.hex_word || (token.classes & kHex) != 0;
        result.decimal_word = result.decimal_word || (token.classes & kDecimal) != 0;
        result.label = result.label || (token.classes & kLabel) != 0;
        result.joins = result.joins || (token.classes & (kOr | kWhich)) != 0;
        break;
      case TokenKind::open:
        ++result.opens;
        break;
      case TokenKind::dash:
      case TokenKind::hyphen:
        result.ranges = true;
        break;
      case TokenKind::comma:
      case TokenKind::slash:
      case TokenKind::equals:
      case TokenKind::bar:
      case TokenKind::colon:
        result.joins = true;
        break;
      default:
        result.allowed = false;
    }
    const bool to = token.kind == TokenKind::word && (token.classes & kRange) != 0;
    result.allowed = result.allowed && !to;
  }
  if (gap.size() == 1 && gap.front().is(kAs)) result.allowed = false;  // "5 to 0x10"
  return result;
}

// The end of the words behind a number that only say its notation: "in decimal", "hex", "(hexadecimal)".
std::size_t notation_end(Tokens tokens, std::size_t at, WordClasses& said) {
  std::size_t end = at;
  const bool open = end < tokens.size() && tokens[end].kind == TokenKind::open;
  if (open) ++end;
  while (end < tokens.size() && tokens[end].is(kIn | kDet | kAs)) ++end;
  if (end == tokens.size() || !tokens[end].is(kHex | kDecimal | kHresult | kNtstatus)) return at;
  said |= tokens[end].classes;
  ++end;
  while (end < tokens.size() && tokens[end].is(kLabel) && !tokens[end].is(kStrong)) ++end;
  if (!open) return end;
  return end < tokens.size() && tokens[end].kind == TokenKind::close ? end + 1 : at;
}

bool is_number(const Token& token) { return token.kind == TokenKind::number || token.bare; }

// The classes of the words in front of a number that say what it is.
WordClasses label_classes(Tokens tokens, std::size_t at) {
  WordClasses classes = 0;
  for (std::size_t i = label_begin(tokens, at); i < at; ++i) {
    if (tokens[i].kind == TokenKind::word) classes |= tokens[i].classes;
  }
  return classes;
}

// "The tool exits with code 1": what programs return for any failure.
bool is_exit_status(Tokens tokens, const CodeRange& code) {
  const base::Number& number = code.code.decimal;
  if (code.is_pair() || !number.written() || (number.value > 2 && number.value != 255)) return false;
  for (std::size_t i = code.first; i-- > 0 && code.first - i <= 6;) {
    if (tokens[i].is(kForeign)) return true;
  }
  return false;
}

}  // namespace

StatedFamily family_of(WordClasses classes) {
  if ((classes & kHresult) != 0) return StatedFamily::hresult;
  if ((classes & kNtstatus) != 0) return StatedFamily::ntstatus;
  if ((classes & kWin32) != 0) return StatedFamily::win32;
  if ((classes & kStop) != 0) return StatedFamily::bugcheck;
  return (classes & kErrno) != 0 ? StatedFamily::errno_value : StatedFamily::none;
}

namespace {

class CodeFinder {
 public:
  CodeFinder(Tokens tokens, std::string_view source, std::vector<CodeRange>& codes)
      : tokens_(tokens), source_(source), codes_(codes) {}

  void run() {
    for (std::size_t at = 0; at < tokens_.size();) {
      if (!is_number(tokens_[at])) {
        ++at;
        continue;
      }
      auto code = pair_from(at);
      if (!code) code = single(at);
      if (code) codes_.push_back(*code);
      at = code ? code->last + 1 : at + 1;
    }
  }

 private:
  base::Number bare_hex(const Token& token) const { return base::read_bare_hex(source_, token.span).number; }

  // The number of a token if a word says whether it is hexadecimal; nothing if it cannot be read so.
  bool store(const Token& token, bool as_hex, base::Code& code) const {
    if (as_hex && !token.hex && !token.bare) return false;
    if (!as_hex && !token.is_decimal) return false;
    base::Number& slot = as_hex ? code.hex : code.decimal;
    if (slot.written()) return false;
    slot = as_hex && !token.hex ? bare_hex(token) : token.number;
    return true;
  }

  static void note_fault(const Token& token, CodeRange& range) {
    range.fault = token.fault;
    range.fault_at = token.span;
    range.fault_digits = token.number.notation.digits;
  }

  std::optional<CodeRange> single(std::size_t at) const {
    const Token& token = tokens_[at];
    CodeRange range{.first = at, .last = at, .code = {}};
    if (token.fault != base::CodeFault::none) {
      note_fault(token, range);
      return range;
    }
    WordClasses said = label_classes(tokens_, at);
    WordClasses behind = 0;
    const std::size_t end = notation_end(tokens_, at + 1, behind);
    said |= behind;
    if (!store(token, token.hex || (token.bare && is_bare_hex(at, said)), range.code)) return std::nullopt;
    range.last = end - 1;
    range.family = family_of(said);
    return range;
  }

  // Whether the number without 0x is hexadecimal: by the words beside it, by its column, or by its eight digits.
  bool is_bare_hex(std::size_t at, WordClasses said) const {
    const Token& token = tokens_[at];
    if (!token.is_decimal && token.span.size() == 8) return true;
    return (said & kDecimal) == 0 && ((said & kHex) != 0 || token.hex_column || hex_said_before(at));
  }

  // "The hexadecimal value of NAME is 20D8": whether a word before the number, and after the last number, says so.
  bool hex_said_before(std::size_t at) const {
    constexpr std::size_t kMostTokens = 12;
    for (std::size_t i = at; i-- > 0 && at - i <= kMostTokens;) {
      const Token& token = tokens_[i];
      if (is_number(token) || token.kind == TokenKind::bar || token.is(kDecimal)) return false;
      if (token.is(kHex)) return true;
    }
    return false;
  }

  std::optional<CodeRange> pair_from(std::size_t at) const {
    const Token& first = tokens_[at];
    const std::size_t limit = std::min(tokens_.size(), at + 1 + kMaxGap);
    std::size_t next = at + 1;
    while (next < limit && !is_number(tokens_[next])) ++next;
    // A word such as "20D8" may turn out to be no number.
    if (next >= limit || tokens_[next].span.begin - first.span.end > kMaxDistance) return std::nullopt;
    const Token& second = tokens_[next];
    const Gap gap = read_gap(tokens_.subspan(at + 1, next - at - 1));
    if (!gap.allowed || gap.opens > 1) return std::nullopt;
    WordClasses behind = 0;
    std::size_t end = notation_end(tokens_, next + 1, behind);
    const bool second_hex = second.hex || ((gap.hex_word || (behind & kHex) != 0) && second.bare && !first.hex) ||
                            (!second.is_decimal && second.bare);
    CodeRange range{.first = at, .last = end - 1, .code = {}};
    const bool called_hex = first.bare && (label_classes(tokens_, at) & kHex) != 0;
    const bool first_hex = first.hex || (!second_hex && called_hex);
    if (first_hex == second_hex) return std::nullopt;
    for (const auto& [token, hex] : {std::pair(&first, first_hex), std::pair(&second, second_hex)}) {
      if (token->fault != base::CodeFault::none) {
        if (range.is_faulty()) return std::nullopt;
        note_fault(*token, range);
      } else if (!store(*token, hex, range.code)) {
        return std::nullopt;
      }
    }
    range.hex_word = gap.hex_word || gap.decimal_word || (behind & (kHex | kDecimal)) != 0;
    if (!is_pair(at, gap, range, second)) return std::nullopt;
    if (gap.opens == 1 && end < tokens_.size() && tokens_[end].kind == TokenKind::close) range.last = end;
    range.family = family_of(label_classes(tokens_, at) | behind);
    return range;
  }

  bool is_pair(std::size_t at, const Gap& gap, const CodeRange& range, const Token& second) const {
    const bool equal = !range.is_faulty() && !range.code.mismatched();
    if (!second.hex && !second.is_decimal && !range.hex_word) return equal && gap.opens == 1;  // "8408 (20D8)"
    if (range.hex_word) return true;
    if (is_beside_name(at, gap, second)) return true;
    if (gap.opens == 1) return !gap.ranges && !gap.joins;
    if (equal && (gap.joins || gap.ranges)) return true;
    return in_bracket_of_name(at, !gap.ranges) && (gap.joins || gap.ranges);
  }

  // "NAME 5 0x5", "| 5 | 0x5 | NAME |": nothing but a bar between the numbers, and between them and a name.
  bool is_beside_name(std::size_t at, const Gap& gap, const Token& second) const {
    const auto second_at = static_cast<std::size_t>(&second - tokens_.data());
    const Span between{tokens_[at].span.end, second.span.begin};
    if (between.of(source_).find_first_of("\r\n") != std::string_view::npos) return false;
    const bool bar = second_at == at + 2 && tokens_[at + 1].kind == TokenKind::bar;
    if (gap.opens != 0 || (second_at != at + 1 && !bar)) return false;
    const auto is_name = [&](std::size_t i) { return i < tokens_.size() && tokens_[i].kind == TokenKind::name; };
    const std::size_t step = bar ? 2 : 1;
    const bool before = at >= step && is_name(at - step) && (!bar || tokens_[at - 1].kind == TokenKind::bar);
    return before || (is_name(second_at + step) && (!bar || tokens_[second_at + 1].kind == TokenKind::bar));
  }

  // Whether an opening bracket precedes the number, and if `any` is false, a name that.
  bool in_bracket_of_name(std::size_t at, bool any) const {
    std::size_t begin = label_begin(tokens_, at);
    if (begin == 0 || tokens_[begin - 1].kind != TokenKind::open) return false;
    if (any) return true;
    --begin;
    while (begin > 0 && tokens_[begin - 1].is(kNoun)) --begin;
    return begin > 0 && (tokens_[begin - 1].kind == TokenKind::name || tokens_[begin - 1].kind == TokenKind::capitals);
  }

  Tokens tokens_;
  std::string_view source_;
  std::vector<CodeRange>& codes_;
};

}  // namespace

std::size_t label_begin(Tokens tokens, std::size_t at) {
  constexpr WordClasses kLabels = kAdj | kLabel | kDet | kOf | kBe;
  std::size_t begin = at;
  while (begin > 0 && at - begin < kMaxLabel) {
    const Token& token = tokens[begin - 1];
    const bool colon = (token.kind == TokenKind::colon || token.kind == TokenKind::equals) && !token.soft;
    const bool label = colon ? begin > 1 && tokens[begin - 2].is(kAdj | kLabel) : token.is(kLabels);
    if (!label) break;
    --begin;
  }
  return begin;
}

bool is_excluded(Tokens tokens, const CodeRange& code) {
  if (is_exit_status(tokens, code)) return true;
  const std::size_t before = label_begin(tokens, code.first);
  if (before > 0 && tokens[before - 1].is(kCount | kRange) && !tokens[before - 1].is(kReturn)) return true;
  if (code.first > 0) {
    const Token& previous = tokens[code.first - 1];
    if (previous.kind == TokenKind::other || previous.kind == TokenKind::hyphen) return true;
    if (previous.is(kAdj) && !previous.is(kLabel | kExact | kReturn)) return true;  // "Windows 10"
    if (previous.kind == TokenKind::open && previous.glued && code.first > 1 &&
        tokens[code.first - 2].kind == TokenKind::word)
      return true;
  }
  // "f(0, 0xFFFFFFFF)": an argument that is not the first.
  const std::size_t next = code.last + 1;
  if (next == tokens.size()) return false;
  const Token& token = tokens[next];
  if (token.kind == TokenKind::hyphen || token.kind == TokenKind::other) return true;
  if (token.is(kUnit) || (token.is(kCount) && !token.is(kContinue | kPreposition))) return true;
  const bool range = token.is(kRange | kAs) || token.kind == TokenKind::dash;
  return range && next + 1 < tokens.size() && is_number(tokens[next + 1]);
}

bool has_strong_label(Tokens tokens, const CodeRange& code) {
  return (label_classes(tokens, code.first) & (kError | kHresult | kNtstatus | kWin32 | kStop | kErrno)) != 0;
}

bool has_evidence(Tokens tokens, const CodeRange& code) {
  const std::size_t begin = label_begin(tokens, code.first);
  const WordClasses label = label_classes(tokens, code.first);
  if (has_strong_label(tokens, code) || code.is_pair()) return true;
  if (code.code.hex.written() && code.code.hex.notation.digits >= 5) return true;
  if (begin == 0) return code.is_marked() || (label & kCode) != 0;
  const Token& before = tokens[begin - 1];
  if (before.is(kReturn)) return true;
  if ((label & kCode) != 0 && (label & kForeign) == 0 && ((label & kDet) != 0 || code.is_marked())) return true;
  if (!before.is(kAs)) return (before.kind == TokenKind::bar || before.kind == TokenKind::stop) && code.is_marked();
  for (std::size_t i = begin - 1; i-- > 0 && begin - i <= 5;) {
    if (tokens[i].is(kFail | kReturn | kError)) return true;
  }
  return false;
}

bool says_foreign_code(Tokens tokens, const CodeRange& code) {
  return !code.code.hex.written() && (label_classes(tokens, code.first) & kForeign) != 0;
}

bool is_set_apart(Tokens tokens, const CodeRange& code) {
  const std::size_t begin = label_begin(tokens, code.first);
  if ((label_classes(tokens, code.first) & (kLabel | kForeign)) != 0) return true;
  return begin == 0 || tokens[begin - 1].kind == TokenKind::equals || tokens[begin - 1].kind == TokenKind::bar;
}

bool is_called_code(Tokens tokens, const CodeRange& code) {
  const std::size_t begin = label_begin(tokens, code.first);
  WordClasses said = label_classes(tokens, code.first);
  for (std::size_t i = code.first; i <= code.last; ++i) {
    if (tokens[i].kind == TokenKind::word) said |= tokens[i].classes;
  }
  if ((said & (kError | kHresult | kNtstatus | kWin32 | kStop | kErrno)) != 0) return true;
  // "the code 5", not "the colour code 5"
  const bool alone = begin == 0 ||
                     (tokens[begin - 1].kind != TokenKind::word && tokens[begin - 1].kind != TokenKind::capitals) ||
                     tokens[begin - 1].is(kReturn);
  const bool of_error = alone || (begin < code.first && tokens[begin].is(kDet)) || (said & kExact) != 0;
  if ((said & kCode) != 0 && of_error) return true;
  return code.hex_word && (said & kLabel & ~(kHex | kDecimal)) != 0 && (said & kExact) != 0;
}

void find_codes(Tokens tokens, std::string_view source, std::vector<CodeRange>& codes) {
  CodeFinder(tokens, source, codes).run();
}

}  // namespace errpress::claims
