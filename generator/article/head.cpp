#include "article/head.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "article/code_text.h"
#include "article/line_reader.h"
#include "base/name.h"

namespace errpress::article {

namespace {

// Consumes a line from the front.
class Cursor {
 public:
  Cursor(std::string_view source, Span line) : source_(source), at_(line.begin), end_(line.end) {}

  bool done() const { return at_ == end_; }
  std::uint32_t at() const { return at_; }
  char peek() const { return done() ? '\0' : source_[at_]; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool take_blanks() {
    const std::uint32_t before = at_;
    while (base::is_blank(peek())) ++at_;
    return at_ != before;
  }
  Span take_name() {
    const Span line{at_, end_};
    const Span name{at_, at_ + static_cast<std::uint32_t>(base::name_prefix_size(line.of(source_)))};
    at_ = name.end;
    return name;
  }
  NumberToken take_number() {
    if (!base::is_digit(peek()) && peek() != '-') return {};
    const NumberToken token = read_number(source_, at_, end_);
    at_ = token.number.span.end;
    return token;
  }

 private:
  std::string_view source_;
  std::uint32_t at_;
  std::uint32_t end_;
};

bool read_well_formed(Cursor& cursor, std::string_view source, Title& title) {
  title.name = cursor.take_name();
  if (!base::is_name(title.name.of(source))) return false;
  if (!cursor.take_blanks() || !cursor.take('-') || !cursor.take_blanks()) return false;
  const NumberToken decimal = cursor.take_number();
  if (!decimal.is_number || decimal.hex) return false;
  title.code.decimal = decimal.number;
  if (!cursor.take_blanks() || !cursor.take('(')) return false;
  const NumberToken hex = cursor.take_number();
  if (!hex.is_number || !hex.hex) return false;
  title.code.hex = hex.number;
  return cursor.take(')') && cursor.done();
}

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

// 1 to 12 for a month's full name or its first three letters; 0 for anything else.
int month_number(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || (word.size() == 3 && kMonths[i].starts_with(word))) return static_cast<int>(i + 1);
  }
  return 0;
}

// Consumes a number of `min_digits` to `max_digits` digits from the front; returns -1 if there is none.
int take_int(std::string_view& text, std::size_t min_digits, std::size_t max_digits) {
  std::size_t size = 0;
  int value = 0;
  for (; size < std::min(text.size(), max_digits) && base::is_digit(text[size]); ++size)
    value = value * 10 + (text[size] - '0');
  if (size < min_digits) return -1;
  text.remove_prefix(size);
  return value;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::optional<Date> if_valid(Date date) {
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  if (!day.ok()) return std::nullopt;
  return date;
}

std::optional<Date> read_named_month(std::string_view text) {
  Date date;
  const std::size_t word = base::name_prefix_size(text);
  date.month = month_number(text.substr(0, word));
  text.remove_prefix(word);
  if (date.month == 0 || !take(text, " ")) return std::nullopt;
  date.day = take_int(text, 1, 2);
  if (date.day < 0 || !take(text, ", ")) return std::nullopt;
  date.year = take_int(text, 4, 4);
  if (date.year < 0 || !text.empty()) return std::nullopt;
  return if_valid(date);
}

std::optional<Date> read_iso(std::string_view text) {
  Date date;
  date.year = take_int(text, 4, 4);
  if (date.year < 0 || !take(text, "-")) return std::nullopt;
  date.month = take_int(text, 2, 2);
  if (date.month < 0 || !take(text, "-")) return std::nullopt;
  date.day = take_int(text, 2, 2);
  if (date.day < 0 || !text.empty()) return std::nullopt;
  return if_valid(date);
}

}  // namespace

Title read_title(std::string_view source, Span line) {
  Title title{.span = line};
  Cursor cursor(source, line);
  if (read_well_formed(cursor, source, title)) {
    title.well_formed = true;
    return title;
  }
  if (!base::looks_like_error_name(title.name.of(source))) title.name = {};
  const Span rest{title.name.empty() ? line.begin : title.name.end, line.end};
  title.code = read_code_text(source, rest).code;
  return title;
}

std::optional<Updated> read_updated(std::string_view source, Span line) {
  constexpr std::string_view kLabel = "Updated:";
  if (!line.of(source).starts_with(kLabel)) return std::nullopt;
  const Span value = trim(source, {line.begin + static_cast<std::uint32_t>(kLabel.size()), line.end});
  return Updated{line, value, read_date(value.of(source))};
}

std::optional<Date> read_date(std::string_view text) {
  if (!text.empty() && base::is_digit(text.front())) return read_iso(text);
  return read_named_month(text);
}

}  // namespace errpress::article
