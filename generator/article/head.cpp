#include "article/head.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "article/line_reader.h"
#include "article/odd_title.h"
#include "base/name.h"

namespace errpress::article {

namespace {

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

Title read_title(std::string_view source, Span line, const Dialect& dialect) {
  Title title{.span = line};
  const bool needs_code = dialect.code_need() == CodeNeed::required;
  for (const TitleForm& form : dialect.titles()) {
    // A form without a code is no title where one is required.
    if (form.read(source, dialect.names(), title) && (title.code.written() || !needs_code)) {
      title.well_formed = true;
      return title;
    }
    title = {.span = line};
  }
  read_odd_title(source, dialect, title);
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
