#include "article/loose_code.h"

#include <algorithm>

#include "article/entry_start.h"
#include "base/code_text.h"
#include "base/name.h"
#include "base/punctuation.h"

namespace errpress::article {

namespace {

// The size of the decimal or 0x-prefixed number at the start of `text`; 0 if the word there is not a number.
std::size_t number_size(std::string_view text) {
  const bool hex = text.starts_with("0x") || text.starts_with("0X");
  std::size_t size = hex ? 2 : 0;
  const std::size_t prefix = size;
  while (size < text.size() && (hex ? base::is_hex_digit(text[size]) : base::is_digit(text[size]))) ++size;
  const bool ends = size == text.size() || !base::is_name_char(text[size]);
  return ends && size > prefix ? size : 0;
}

// The size of the words "code", "error" and "error code" at the start of `text`, with the blank behind them.
std::size_t code_words_size(std::string_view text) {
  std::size_t size = 0;
  for (const std::string_view word : {"error ", "code "}) {
    if (base::equal_ignoring_case(text.substr(size, word.size()), word)) size += word.size();
  }
  return size;
}

// Whether `rest`, the text after a number, ends the code: a colon, a closing bracket, a quotation mark, a dash, or
// punctuation of another script.
bool closes(std::string_view rest) {
  const bool ascii = std::string_view(":)]}\"'`").find(rest.front()) != std::string_view::npos;
  return ascii || (static_cast<unsigned char>(rest.front()) >= 0x80 && base::punctuation_size(rest) > 0);
}

bool starts_hex(std::string_view text) { return text.starts_with("0x") || text.starts_with("0X"); }

// The size of the numbers at the start of `text`: one, or a decimal and a hex with punctuation between; 0 if they are
// part of a sentence.
std::size_t numbers_size(std::string_view text) {
  const std::size_t first = number_size(text);
  if (first == 0) return 0;
  const std::size_t after = std::min(text.find_first_not_of(" \t", first), text.size());
  const std::string_view rest = text.substr(after);
  if (rest.empty() || closes(rest)) return first;
  const std::size_t next = std::min(rest.find_first_not_of("(,/- \t"), rest.size());
  const std::size_t second = number_size(rest.substr(next));
  if (second == 0) return dash_size(rest) > 0 ? first : 0;
  const bool pair = rest.front() == '(' || starts_hex(text) != starts_hex(rest.substr(next));
  return pair ? after + next + second : 0;
}

// Skips blanks and what closes a bracket or a quotation.
std::uint32_t skip_closing(std::string_view source, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const std::string_view rest = Span{at, end}.of(source);
    const bool skip = base::is_blank(rest.front()) || (rest.front() != ':' && closes(rest));
    if (!skip || dash_size(rest) > 0) break;
    at +=
        static_cast<unsigned char>(rest.front()) < 0x80 ? 1 : static_cast<std::uint32_t>(base::punctuation_size(rest));
  }
  return at;
}

}  // namespace

std::optional<LooseCode> read_loose_code(std::string_view source, Span description) {
  const std::string_view text = description.of(source);
  std::size_t begin = base::punctuation_size(text);
  begin += code_words_size(text.substr(begin));
  const std::size_t size = numbers_size(text.substr(begin));
  if (size == 0) return std::nullopt;
  const bool sign = begin > 0 && text[begin - 1] == '-' && (begin == 1 || !base::is_name_char(text[begin - 2]));
  const auto from = description.begin + static_cast<std::uint32_t>(begin - (sign ? 1 : 0));
  const auto end = description.begin + static_cast<std::uint32_t>(begin + size);
  LooseCode result{.code = {}, .end = skip_closing(source, end, description.end)};
  const base::CodeText code = base::read_code_text(source, {from, end});
  if (code.kind == base::CodeTextKind::code) result.code = code.code;
  return result;
}

}  // namespace errpress::article
