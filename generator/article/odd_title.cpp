#include "article/odd_title.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/code_text.h"
#include "base/name.h"
#include "base/punctuation.h"
#include "base/utf8.h"

namespace errpress::article {

namespace {

constexpr std::array<std::string_view, 10> kPlainWords = {"code",        "error", "dec", "decimal", "hex",
                                                          "hexadecimal", "value", "or",  "and",     "HRESULT"};

constexpr bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}
constexpr bool is_wide_bracket(char32_t c) {
  return c == 0xFF08 || c == 0xFF09 || c == 0xFF3B || c == 0xFF3D || (c >= 0x3008 && c <= 0x3011) || c == 0x3014 ||
         c == 0x3015;
}

class OddTitleReader {
 public:
  OddTitleReader(std::string_view source, const Dialect& dialect, Title& title)
      : source_(source), dialect_(dialect), title_(title), at_(title.span.begin), end_(title.span.end) {
    title_.name = {};
    title_.code = {};
    title_.message = {};
  }

  void read() {
    while (at_ < end_ && certain_) take();
    const bool needs_code = dialect_.code_need() == CodeNeed::required;
    certain_ = certain_ && !title_.name.empty() && (title_.code.written() || !needs_code);
    if (certain_) return note_missing();
    title_.odd = {};
    read_roughly();
  }

 private:
  std::string_view rest() const { return Span{at_, end_}.of(source_); }
  void note(TitleOddity oddity, Span place) { title_.odd.add(oddity, place); }

  void take() {
    const char c = source_[at_];
    if (base::is_blank(c)) {
      ++at_;
    } else if (title_.name.empty() && take_name()) {
      return;
    } else if (starts_number()) {
      take_number();
    } else if (base::is_letter(c)) {
      take_word();
    } else {
      take_punctuation();
    }
  }

  // A name of the dialect's shape or, where names are identifiers, a word in capitals with an underscore; one without
  // is a name only at the start.
  bool take_name() {
    const std::string_view text = rest();
    const std::size_t size = dialect_.names().size_at(text);
    const std::string_view word = text.substr(0, size);
    bool name = dialect_.names().custom() && dialect_.names().match(text) == size && size > 0;
    if (!dialect_.names().custom()) {
      const bool plain = title_.span.begin == at_ && size >= 3 && std::all_of(word.begin(), word.end(), base::is_upper);
      name = base::looks_like_error_name(word) || plain;
    }
    if (!name) return false;
    if (title_.code.written()) note(TitleOddity::order, {at_, at_ + static_cast<std::uint32_t>(size)});
    title_.name = {at_, at_ + static_cast<std::uint32_t>(size)};
    at_ = title_.name.end;
    return true;
  }

  // A '-' directly after a word is a dash, not a sign.
  bool starts_number() const {
    if (base::is_digit(source_[at_])) return true;
    const bool sign = source_[at_] == '-' && (at_ == title_.span.begin || !base::is_name_char(source_[at_ - 1]));
    if (sign && at_ + 1 < end_ && base::is_digit(source_[at_ + 1])) return true;
    return title_.code.decimal.written() && !title_.code.hex.written() && is_bare_hex();
  }

  // "F35" behind the decimal is a hex number without its 0x.
  bool is_bare_hex() const {
    const std::string_view word = rest().substr(0, word_size());
    return !word.empty() && word.size() <= 8 && std::all_of(word.begin(), word.end(), base::is_hex_digit);
  }

  std::size_t word_size() const {
    const std::string_view text = rest();
    std::size_t size = 0;
    while (size < text.size() && base::is_name_char(text[size])) ++size;
    return size;
  }

  void take_number() {
    const std::uint32_t begin = at_;
    if (source_[at_] == '-') ++at_;
    at_ += static_cast<std::uint32_t>(word_size());
    Span span{begin, at_};
    const base::NumberToken token = base::read_number(source_, begin, at_);
    if (token.is_number && token.end > token.number.span.end) {
      note(TitleOddity::suffix, {token.number.span.end, token.end});
    }
    if (take_bare_hex(token, span)) return;
    if (!token.is_number) {
      title_.too_long = span;
      certain_ = false;
      return;
    }
    base::Number& slot = token.hex ? title_.code.hex : title_.code.decimal;
    if (slot.written()) certain_ = false;
    if (!token.hex && title_.code.hex.written()) note(TitleOddity::order, span);
    slot = token.number;
  }

  // Digits behind the decimal are the hex number if they are no decimal ("35A2"), or if their value says so.
  bool take_bare_hex(const base::NumberToken& token, Span span) {
    if (token.hex || !title_.code.decimal.written() || title_.code.hex.written()) return false;
    const auto value = base::parse_hex("0x" + std::string(span.of(source_)));
    if (!value || (token.is_number && *value != title_.code.decimal.value)) return false;
    title_.code.hex = {*value, span, {}};
    note(TitleOddity::bare_hex, span);
    return true;
  }

  void take_word() {
    const std::size_t size = word_size();
    const std::string_view word = rest().substr(0, size);
    const bool plain = std::any_of(kPlainWords.begin(), kPlainWords.end(),
                                   [&](std::string_view known) { return base::equal_ignoring_case(known, word); });
    if (!plain) certain_ = false;
    note(TitleOddity::words, {at_, at_ + static_cast<std::uint32_t>(size)});
    at_ += static_cast<std::uint32_t>(size);
  }

  void take_punctuation() {
    const base::CodePoint point = base::decode(source_.substr(0, end_), at_);
    const Span place{at_, at_ + point.size};
    at_ = place.end;
    if (is_dash(point.value)) {
      note(TitleOddity::dash, place);
    } else if (!point.valid || !base::is_punctuation(point.value)) {
      certain_ = false;
    } else if (point.value < 0x80) {
      take_ascii_mark(static_cast<char>(point.value), place);
    } else {
      note(is_wide_bracket(point.value) ? TitleOddity::bracket : TitleOddity::mark, place);
    }
  }

  void take_ascii_mark(char c, Span place) {
    if (c == '[' || c == ']' || c == '{' || c == '}' || c == '<' || c == '>') {
      note(TitleOddity::bracket, place);
    } else if (c != '(' && c != ')' && c != '-') {
      note(TitleOddity::mark, place);
    }
  }

  void note_missing() {
    const base::Code& code = title_.code;
    if (code.written() && dialect_.titles().front().has_decimal() && !code.decimal.written())
      note(TitleOddity::no_decimal, title_.span);
    if (code.written() && dialect_.titles().front().has_hex() && !code.hex.written())
      note(TitleOddity::no_hex, title_.span);
    note(TitleOddity::form, title_.span);
  }

  // What can be made out of a line whose meaning is uncertain.
  void read_roughly() {
    const Span line = title_.span;
    const auto size = static_cast<std::uint32_t>(dialect_.names().size_at(line.of(source_)));
    const Span name{line.begin, line.begin + size};
    const bool is_name = base::looks_like_error_name(name.of(source_)) ||
                         (dialect_.names().custom() && dialect_.names().match(line.of(source_)) == size);
    title_.name = is_name && size > 0 ? name : Span{};
    title_.code = base::read_code_text(source_, {title_.name.empty() ? line.begin : name.end, line.end}).code;
  }

  std::string_view source_;
  const Dialect& dialect_;
  Title& title_;
  std::uint32_t at_;
  std::uint32_t end_;
  bool certain_ = true;
};

}  // namespace

void read_odd_title(std::string_view source, const Dialect& dialect, Title& title) {
  OddTitleReader(source, dialect, title).read();
}

}  // namespace errpress::article
