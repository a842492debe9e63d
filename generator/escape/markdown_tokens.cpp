#include "escape/markdown_tokens.h"

#include <algorithm>

#include "escape/class_table.h"

namespace errpress::escape {
namespace {

enum : ByteClass { kNameChar = 1, kCodePunctuation = 2 };

constexpr ClassTable kWords = ClassTable{}
                                  .set("_", kNameChar)
                                  .set_range('0', '9', kNameChar)
                                  .set_range('A', 'Z', kNameChar)
                                  .set_range('a', 'z', kNameChar)
                                  .set("-.~:/?#@!$&'()*+,;=%", kCodePunctuation);

constexpr char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : ' '; }

constexpr bool is_emoji_char(char c) { return base::is_name_char(c) || c == '+' || c == '-'; }

// Accepts "smile", "+1", "8ball", "100" and "1234", but not the minutes in "12:30:45".
bool is_emoji_name(std::string_view word) {
  if (word.empty() || !std::all_of(word.begin(), word.end(), is_emoji_char)) return false;
  return word == "100" || word == "1234" || !std::all_of(word.begin(), word.end(), base::is_digit);
}

// Whether text after an '@' makes it a mail address or a mention. A dot needs a word after it: cmark-gfm reads "a@.b.c"
// as an address.
bool starts_domain(std::string_view text, std::size_t at) {
  const char c = char_at(text, at);
  return is_letter_or_digit(c) || c == '-' || c == '_' || (c == '.' && is_letter_or_digit(char_at(text, at + 1)));
}

bool ends_www(std::string_view text, std::size_t begin, std::size_t dot) {
  if (dot - begin < 3) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) - 3,
                     text.begin() + static_cast<std::ptrdiff_t>(dot), [](char c) { return c == 'w' || c == 'W'; });
}

template <typename Accepts>
Token run_around(std::string_view text, std::size_t at, std::size_t floor, Accepts accepts) {
  Token run{at, at + 1};
  while (run.begin > floor && accepts(text[run.begin - 1])) --run.begin;
  while (run.end < text.size() && accepts(text[run.end])) ++run.end;
  return run;
}

}  // namespace

bool is_code_char(char c) { return kWords[c] != kPlain; }

Token code_run(std::string_view text, std::size_t at, std::size_t floor) {
  return run_around(text, at, floor, is_code_char);
}

Token name_run(std::string_view text, std::size_t at, std::size_t floor) {
  return run_around(text, at, floor, [](char c) { return kWords[c] == kNameChar; });
}

bool is_linklike(std::string_view text, Token run) {
  std::size_t last_colon = std::string_view::npos;
  for (std::size_t at = run.begin; at < run.end; ++at) {
    switch (text[at]) {
      case '@':
        if (starts_domain(text, at + 1)) return true;
        break;
      case '.':
        if (ends_www(text, run.begin, at)) return true;  // cmark-gfm also links a bare "www."
        break;
      case ':':
        if (text.substr(at, 3) == "://") return true;
        if (last_colon != std::string_view::npos && is_emoji_name(text.substr(last_colon + 1, at - last_colon - 1))) {
          return true;
        }
        last_colon = at;
        break;
      default:
        break;
    }
  }
  return false;
}

Token trim_linklike(std::string_view text, Token run) {
  Token inner = run;
  while (inner.size() > 1 && std::string_view("('*").find(text[inner.begin]) != std::string_view::npos) ++inner.begin;
  while (inner.size() > 1 && std::string_view(".,;!?')*").find(text[inner.end - 1]) != std::string_view::npos)
    --inner.end;
  return inner;
}

bool reads_as_code(std::string_view word) {
  if (word.size() > 2 && word.starts_with("0x")) {
    return std::all_of(word.begin() + 2, word.end(), base::is_hex_digit);
  }
  if (word.find_first_not_of('_') == std::string_view::npos) return false;
  const auto is_error_char = [](char c) { return base::is_upper(c) || base::is_digit(c) || c == '_'; };
  return word.find('_') != std::string_view::npos && std::all_of(word.begin(), word.end(), is_error_char);
}

}  // namespace errpress::escape
