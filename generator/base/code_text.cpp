#include "base/code_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/name.h"
#include "base/punctuation.h"
#include "base/utf8.h"

namespace errpress::base {

namespace {

constexpr std::size_t kHexDigits = 8;  // of 32 bits

struct FamilyWord {
  std::string_view word;
  StatedFamily family;
};
constexpr std::array<FamilyWord, 6> kFamilyWords = {{{"hresult", StatedFamily::hresult},
                                                     {"ntstatus", StatedFamily::ntstatus},
                                                     {"win32", StatedFamily::win32},
                                                     {"bugcheck", StatedFamily::bugcheck},
                                                     {"stop", StatedFamily::bugcheck},
                                                     {"errno", StatedFamily::errno_value}}};

// Words that may stand beside the numbers of a code.
constexpr auto kPlainWords = std::to_array<std::string_view>(
    {"a",       "also",   "an",     "and",    "as",       "bug",      "check",   "code",  "constant",    "dec",
     "decimal", "e",      "equal",  "equals", "error",    "form",     "format",  "hex",   "hexadecimal", "i",
     "id",      "in",     "is",     "nt",     "notation", "number",   "numeric", "of",    "or",          "result",
     "return",  "signed", "status", "system", "the",      "unsigned", "value",   "which", "windows"});

bool is_hex_word(std::string_view word) {
  return equal_ignoring_case(word, "hex") || equal_ignoring_case(word, "hexadecimal");
}

bool is_plain_word(std::string_view word) {
  return std::any_of(kPlainWords.begin(), kPlainWords.end(),
                     [&](std::string_view plain) { return equal_ignoring_case(plain, word); });
}

StatedFamily family_of(std::string_view word) {
  const auto* const found = std::find_if(kFamilyWords.begin(), kFamilyWords.end(), [&](const FamilyWord& known) {
    return equal_ignoring_case(known.word, word);
  });
  return found == kFamilyWords.end() ? StatedFamily::none : found->family;
}

// The size of a suffix such as L, U or UL that ends a word; 0 if there is none.
std::size_t suffix_size(std::string_view word) {
  std::size_t size = 0;
  const auto letter = [&](std::size_t back) { return static_cast<char>(word[word.size() - 1 - back] | 0x20); };
  while (size < std::min<std::size_t>(word.size(), 3) && (letter(size) == 'l' || letter(size) == 'u')) ++size;
  // A lone "l" is rather a misread 1.
  const bool misread = size == 1 && word.back() == 'l';
  return size < word.size() && !misread ? size : 0;
}

bool is_hex_prefix(std::string_view text) { return text.starts_with("0x") || text.starts_with("0X"); }

bool all_hex_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_hex_digit);
}

Notation notation_of(std::string_view digits) {
  Notation notation;
  notation.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits.size(), 255));
  notation.lower = std::any_of(digits.begin(), digits.end(), is_lower);
  return notation;
}

// Sets the value of a word of hexadecimal digits, or why it has none.
void set_hex(std::string_view digits, NumberToken& token) {
  token.hex = true;
  if (digits.empty()) {
    token.fault = CodeFault::no_hex_digits;
  } else if (!all_hex_digits(digits)) {
    token.fault = CodeFault::not_a_number;
  } else if (digits.size() > kHexDigits) {
    token.fault = CodeFault::hex_too_long;
  } else {
    for (const char c : digits) token.number.value = token.number.value << 4 | hex_digit_value(c);
    token.is_number = true;
  }
}

void set_decimal(std::string_view digits, bool negative, NumberToken& token) {
  const bool all_digits = !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit);
  const auto value = all_digits ? parse_decimal(digits) : std::nullopt;
  constexpr std::uint32_t kMostNegative = 0x80000000;
  if (!all_digits) {
    token.fault = CodeFault::not_a_number;
  } else if (!value || (negative && *value > kMostNegative)) {
    token.fault = CodeFault::decimal_too_big;
  } else {
    token.number.value = negative ? 0 - *value : *value;
    token.is_number = true;
  }
}

// Reads the numbers and words of one text.
class Reader {
 public:
  Reader(std::string_view source, Span span, Expected expected)
      : text_(source.substr(0, span.end)), span_(span), at_(span.begin), expects_hex_(expected == Expected::hex) {}

  CodeText run() && {
    while (at_ < span_.end && !behind_code_) take();
    if (has_other_words_) {
      result_.kind = CodeTextKind::words;
    } else if (result_.fault != CodeFault::none && result_.fault != CodeFault::missing_prefix) {
      result_.kind = CodeTextKind::bad;
    } else if (result_.code.written()) {
      result_.kind = CodeTextKind::code;
    } else {
      result_.kind = span_.empty() ? CodeTextKind::empty : CodeTextKind::words;
    }
    if (result_.kind != CodeTextKind::code) result_.code = {};
    return result_;
  }

 private:
  void take() {
    const std::string_view rest = text_.substr(at_);
    const std::size_t minus = sign_size(rest);
    if (is_digit(rest[minus])) return take_number();
    const std::size_t word = name_prefix_size(rest);
    if (word > 0) return take_word(rest.substr(0, word));
    take_separator(rest);
  }

  // The size of a minus that belongs to the number behind it: one directly behind a word or another number is a hyphen,
  // and hexadecimal numbers have none.
  std::size_t sign_size(std::string_view rest) const {
    const std::size_t size = minus_size(rest);
    if (size == 0 || size == rest.size() || !is_digit(rest[size])) return 0;
    const bool hyphen = at_ > span_.begin && (is_name_char(text_[at_ - 1]) || is_hex_prefix(rest.substr(size)));
    return hyphen ? 0 : size;
  }

  void take_number() {
    NumberToken token = read_number(text_, at_, span_.end);
    const Span word = token.number.span;
    const bool plain = !token.hex && is_hex_digit(text_[word.begin]);
    if (plain && result_.code.hex.span.empty() &&
        (expects_hex_ || (!token.is_number && beside_decimal(word)) || hex_word_follows(token.end))) {
      token = read_bare_hex(text_, word);
    }
    expects_hex_ = false;
    add(token);
    at_ = std::max(token.end, at_ + 1);
    hard_ = false;
  }

  // Whether a decimal stands before `word`, so that "20D8" can only be its hexadecimal form.
  bool beside_decimal(Span word) const {
    return result_.code.decimal.written() && word.size() <= kHexDigits && all_hex_digits(word.of(text_));
  }

  bool hex_word_follows(std::uint32_t at) const {
    while (at < span_.end && is_blank(text_[at])) ++at;
    const std::string_view rest = text_.substr(at);
    return is_hex_word(rest.substr(0, name_prefix_size(rest))) && result_.code.decimal.written();
  }

  void add(const NumberToken& token) {
    Number& slot = token.hex ? result_.code.hex : result_.code.decimal;
    CodeFault fault = token.fault;
    if (fault == CodeFault::none && slot.written()) fault = CodeFault::several_numbers;
    if (fault == CodeFault::none) {
      slot = token.number;
    } else if (result_.fault == CodeFault::none || result_.fault == CodeFault::missing_prefix) {
      result_.fault = fault;
      result_.at = token.number.span;
      result_.digits = token.number.notation.digits;
    }
  }

  void take_word(std::string_view word) {
    const Span span{at_, at_ + static_cast<std::uint32_t>(word.size())};
    at_ = span.end;
    if (is_hex_word(word)) {
      expects_hex_ = !result_.code.hex.written();
      return;
    }
    if (const StatedFamily family = family_of(word); family != StatedFamily::none) {
      result_.family = family;
    } else if (!is_plain_word(word)) {
      take_other_word(span);
    } else if (equal_ignoring_case(word, "check")) {
      result_.family = StatedFamily::bugcheck;  // "bug check 0x50"
    }
  }

  // A word that is not about codes: it may be hexadecimal, or begin the words behind the code.
  void take_other_word(Span word) {
    const std::string_view text = word.of(text_);
    const bool digits = std::any_of(text.begin(), text.end(), is_digit);
    const bool full = text.size() == kHexDigits && digits;
    const bool hex = all_hex_digits(text) && text.size() <= kHexDigits && !result_.code.hex.written();
    if (hex && (expects_hex_ || full || (digits && result_.code.decimal.written()))) {
      const bool missing_prefix = !expects_hex_ && !result_.code.decimal.written() && result_.fault == CodeFault::none;
      expects_hex_ = false;
      hard_ = false;
      add(read_bare_hex(text_, word));
      if (missing_prefix) {
        result_.fault = CodeFault::missing_prefix;
        result_.at = word;
      }
      return;
    }
    if (result_.code.written() && hard_) {
      behind_code_ = true;
    } else if (is_misread_number(text)) {
      add({.number = {0, word, {}}, .end = word.end, .fault = CodeFault::not_a_number});
    } else {
      has_other_words_ = true;
    }
  }

  void take_separator(std::string_view rest) {
    const CodePoint point = decode(rest, 0);
    at_ += static_cast<std::uint32_t>(point.size);
    const char32_t c = point.value;
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool known =
        c < 0x80 ? std::string_view(" \t\n\r,;/()-=:[]{}|<>`'\"*~").find(static_cast<char>(c)) != std::string_view::npos
                 : point.valid && is_punctuation(c);
    const bool stop = c == '.' && (at_ == span_.end || (at_ - 1 > span_.begin && is_letter(text_[at_ - 2])));
    if (!known && !stop) {
      if (result_.code.written() && hard_)
        behind_code_ = true;
      else
        has_other_words_ = true;
    }
    hard_ = hard_ || (!blank && c != '\'' && c != '"' && c != '`' && c != '*' && c != 0xA0);
  }

  std::string_view text_;
  Span span_;
  std::uint32_t at_;
  CodeText result_;
  bool expects_hex_;
  bool has_other_words_ = false;
  bool hard_ = false;         // punctuation stands between the last number and here
  bool behind_code_ = false;  // the words behind the code begin here
};

}  // namespace

std::string_view id_of(StatedFamily family) {
  switch (family) {
    case StatedFamily::none:
      break;
    case StatedFamily::win32:
      return "win32";
    case StatedFamily::hresult:
      return "hresult";
    case StatedFamily::ntstatus:
      return "ntstatus";
    case StatedFamily::bugcheck:
      return "bugcheck";
    case StatedFamily::errno_value:
      return "errno";
  }
  return {};
}

std::size_t minus_size(std::string_view text) {
  if (text.starts_with('-')) return 1;
  return text.starts_with("\u2212") || text.starts_with("\u2013") ? 3 : 0;
}

NumberToken read_number(std::string_view source, std::uint32_t at, std::uint32_t end) {
  const std::string_view text = source.substr(0, end);
  const auto minus = static_cast<std::uint32_t>(minus_size(text.substr(at)));
  std::uint32_t stop = at + minus;
  while (stop < end && is_name_char(source[stop])) ++stop;
  const std::string_view word = text.substr(at + minus, stop - at - minus);
  const std::size_t suffix = suffix_size(word);
  NumberToken token{.number = {0, {at, stop - static_cast<std::uint32_t>(suffix)}, {}}, .end = stop};
  std::string_view digits = word.substr(0, word.size() - suffix);
  const bool prefix = is_hex_prefix(word);
  if (prefix) digits.remove_prefix(2);
  if (prefix && minus == 0) {
    set_hex(digits, token);
  } else if (prefix) {
    token.hex = true;
    token.fault = CodeFault::not_a_number;
  } else {
    set_decimal(digits, minus > 0, token);
  }
  token.number.notation = notation_of(digits);
  token.number.notation.prefix = prefix;
  token.number.notation.minus = minus > 0;
  token.number.notation.typographic = minus > 1;
  if (!token.is_number) token.number.span.end = stop;
  return token;
}

NumberToken read_bare_hex(std::string_view source, Span span) {
  NumberToken token{.number = {0, span, {}}, .end = span.end};
  const std::string_view digits = span.of(source);
  set_hex(digits, token);
  token.number.notation = notation_of(digits);
  return token;
}

CodeText read_code_text(std::string_view source, Span span, Expected expected) {
  return Reader(source, span, expected).run();
}

std::uint32_t second_code(std::string_view source, Span span) {
  bool digits = false;
  for (std::uint32_t at = span.begin; at < span.end;) {
    std::uint32_t end = at;
    while (end < span.end && is_name_char(source[end])) ++end;
    const std::string_view word = Span{at, end}.of(source);
    const bool family = digits && family_of(word) != StatedFamily::none;
    if (family && read_code_text(source, {span.begin, at}).kind == CodeTextKind::code) return at;
    digits = digits || (!word.empty() && is_digit(word.front()));
    at = std::max(end, at + 1);
  }
  return span.end;
}

bool is_misread_number(std::string_view word) {
  word.remove_prefix(minus_size(word));
  const bool hex = is_hex_prefix(word);
  if (hex) word.remove_prefix(2);
  constexpr std::string_view kLookAlikes = "OolISBZ";
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (const char c : word) {
    const bool digit = is_digit(c) || (hex && is_hex_digit(c));
    if (!digit && kLookAlikes.find(c) == std::string_view::npos) return false;
    ++(digit ? digits : letters);
  }
  return letters > 0 && digits >= letters;
}

std::string describe(CodeFault fault, std::uint8_t digits) {
  switch (fault) {
    case CodeFault::none:
      break;
    case CodeFault::hex_too_long:
      return fmt::format("{} hex digits, a code has at most {}", digits, kHexDigits);
    case CodeFault::decimal_too_big:
      return "a code has 32 bits, from -2147483648 to 4294967295";
    case CodeFault::no_hex_digits:
      return "no digits behind 0x";
    case CodeFault::not_a_number:
      return "neither decimal nor hexadecimal";
    case CodeFault::several_numbers:
      return "more than one code";
    case CodeFault::missing_prefix:
      return "0x is missing";
  }
  return {};
}

}  // namespace errpress::base
