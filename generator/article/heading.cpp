#include "article/heading.h"

#include <algorithm>

#include "base/name.h"
#include "base/punctuation.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace errpress::article {

namespace {

constexpr std::string_view kWideColon = "\xEF\xBC\x9A";  // U+FF1A

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && base::is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && base::is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view without_signs(std::string_view text) {
  constexpr std::size_t kMostSigns = 6;
  const std::size_t signs = std::min(text.find_first_not_of('#'), text.size());
  if (signs == 0 || signs > kMostSigns || signs == text.size() || !base::is_blank(text[signs])) return text;
  text = trimmed(text.substr(signs));
  const std::size_t end = text.find_last_not_of('#');
  if (end + 1 == text.size() || end == std::string_view::npos || !base::is_blank(text[end])) return text;
  return trimmed(text.substr(0, end));
}

std::string_view without_colon(std::string_view text) {
  if (text.ends_with(':')) return trimmed(text.substr(0, text.size() - 1));
  if (text.ends_with(kWideColon)) return trimmed(text.substr(0, text.size() - kWideColon.size()));
  return text;
}

std::string_view without_emphasis(std::string_view text) {
  for (const std::string_view mark : {"**", "__", "*", "_"}) {
    if (text.size() <= 2 * mark.size() || !text.starts_with(mark) || !text.ends_with(mark)) continue;
    return trimmed(text.substr(mark.size(), text.size() - 2 * mark.size()));
  }
  return text;
}

// What the letters beyond ASCII of a line say about it.
struct Letters {
  bool ok = true;  // no signs and no punctuation beyond ASCII but apostrophes and hyphens; valid UTF-8
  bool beyond_ascii = false;
  std::size_t count = 0;  // code points
};

// Arrows, mathematical operators and other signs: they stand in formulas, not in headings.
bool is_sign(char32_t c) { return c == 0xD7 || c == 0xF7 || (c >= 0x2190 && c <= 0x2BFF); }

// "EFBIG 27 0x1B": words of capitals and a hexadecimal number.
bool is_name_and_hex(std::string_view line) {
  const std::size_t at = line.find(" 0x");
  const bool hex = at != std::string_view::npos && at + 3 < line.size() && base::is_hex_digit(line[at + 3]);
  return hex && std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), base::is_lower);
}

bool joins_words(char32_t c) { return c == 0x2019 || (c >= 0x2010 && c <= 0x2013) || c == 0xA0; }

Letters letters_of(std::string_view line) {
  Letters letters;
  for (std::size_t at = 0; at < line.size() && letters.ok;) {
    const base::CodePoint point = base::decode(line, at);
    at += point.size;
    ++letters.count;
    if (point.value < 0x80) continue;
    letters.ok =
        point.valid && !is_sign(point.value) && (joins_words(point.value) || !base::is_punctuation(point.value));
    letters.beyond_ascii = letters.beyond_ascii || base::letter_case(point.value) != base::LetterCase::no_letter;
  }
  return letters;
}

bool starts_like_heading(std::string_view line) {
  if (static_cast<unsigned char>(line.front()) < 0x80) return base::is_upper(line.front());
  const base::LetterCase first = base::letter_case(base::decode(line, 0).value);
  return first == base::LetterCase::capital || first == base::LetterCase::caseless;
}

bool has_capitalised_words(std::string_view line) {
  constexpr std::size_t kLongWord = 4;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end - at >= kLongWord && base::is_lower(line[at])) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

std::string_view heading_core(std::string_view line) {
  // Emphasis may stand around the colon or inside it: "**Summary:**", "**Summary**:".
  const std::string_view text = without_colon(without_signs(line));
  const std::string_view core = without_emphasis(text);
  return core.size() == text.size() ? core : without_colon(core);
}

std::string fold_heading(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    if (!point.valid) {
      folded += text[at];
    } else if (point.value < 0x80) {
      folded += base::is_upper(text[at]) ? static_cast<char>(text[at] - 'A' + 'a') : text[at];
    } else {
      base::append_utf8(folded, base::lower_case(point.value));
    }
    at += point.size;
  }
  return folded;
}

bool is_one_edit_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const auto first = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (a.size() < b.size()) return a.substr(first) == b.substr(first + 1);
  if (a.substr(first + 1) == b.substr(first + 1)) return true;
  return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
         a.substr(first + 2) == b.substr(first + 2);
}

bool looks_like_heading(std::string_view line) {
  constexpr std::size_t kMaxSize = 60;  // code points
  constexpr std::size_t kMaxBytes = 4 * kMaxSize;
  if (line.empty() || line.size() > kMaxBytes || !starts_like_heading(line)) return false;
  if (line.find_first_of("._:;,()[]{}<>=\"|") != std::string_view::npos || line.ends_with('!')) return false;
  if (is_name_and_hex(line)) return false;
  const Letters letters = letters_of(line);
  if (!letters.ok || letters.count > kMaxSize) return false;
  if (!letters.beyond_ascii) return has_capitalised_words(line);
  constexpr std::size_t kMostWords = 6;
  constexpr std::size_t kMostCaseless = 20;
  const bool caseless = base::letter_case(base::decode(line, 0).value) == base::LetterCase::caseless;
  if (caseless && letters.count > kMostCaseless) return false;
  return std::count(line.begin(), line.end(), ' ') < static_cast<std::ptrdiff_t>(kMostWords);
}

bool is_signed_heading(std::string_view source, base::Span line) {
  constexpr std::size_t kMaxSize = 120;
  const std::string_view text = line.of(source);
  if (!text.starts_with('#') || (line.begin > 0 && base::is_blank(source[line.begin - 1]))) return false;
  const std::string_view rest = without_signs(text);
  return rest.size() != text.size() && rest.size() <= kMaxSize && !heading_core(text).empty();
}

}  // namespace errpress::article
