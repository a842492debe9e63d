#include "escape/roff.h"

#include <fmt/format.h>

#include <iterator>

#include "base/clean_text.h"
#include "base/utf8.h"
#include "escape/class_table.h"

namespace errpress::escape {
namespace {

enum : ByteClass { kEscape = 1, kMinus, kDot, kNotAscii };

constexpr ClassTable kRoff =
    ClassTable{}.set("\\'\"`^~", kEscape).set("-", kMinus).set(".", kDot).set_range(0x80, 0xFF, kNotAscii);

constexpr base::Traits kHandledTraits = base::trait::kUnclean | base::trait::kNotAscii | base::trait::kOddDot |
                                        base::trait::kHyphen | base::trait::kQuote | base::trait::kAccent |
                                        base::trait::kBackslash;

constexpr std::size_t kLongWord = 40;
constexpr std::size_t kLongWordInLine = 60;
constexpr std::size_t kMinPiece = 12;  // in code points: no break point before this many,
constexpr std::size_t kMaxPiece = 24;  // and always one after this many

std::string_view escape_of(char c) {
  switch (c) {
    case '\\':
      return "\\(rs";
    case '\'':
      return "\\(aq";
    case '"':
      return "\\(dq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    default:
      return "\\(ti";
  }
}

void append_wide(base::TextBuffer& out, char32_t value) {
  if (value == 0xA0) {
    out += "\\~";  // not "\ ": checks of line lengths count its blank as a place to break
  } else {
    fmt::format_to(std::back_inserter(out), "\\[u{:04X}]", static_cast<std::uint32_t>(value));
  }
}

// `text` starts at the start of a word, or is a piece of a long word. A dot at the start of a word or of `text` gets a
// `\&`, so that it is safe wherever the line is broken later.
void append_words(base::TextBuffer& out, std::string_view text) {
  append_by_class(out, text, kRoff, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    switch (kRoff[text[at]]) {
      case kEscape:
        writer.replace(at, 1, escape_of(text[at]));
        return at + 1;
      case kMinus:
        writer.replace(at, 0, "\\");
        return at + 1;
      case kDot:
        if (at == 0 || text[at - 1] == ' ') writer.replace(at, 0, "\\&");
        return at + 1;
      default:
        break;
    }
    const base::CodePoint point = base::decode(text, at);
    writer.replace(at, point.size, {});
    append_wide(out, point.value);
    return at + point.size;
  });
}

constexpr bool is_good_break(char c) { return std::string_view("_/.,;:=&?!)]}>|-").find(c) != std::string_view::npos; }

void append_long_word(base::TextBuffer& out, std::string_view word) {
  std::size_t piece = 0;
  std::size_t at = 0;
  while (at < word.size()) {
    const std::size_t size = base::decode(word, at).size;
    append_words(out, word.substr(at, size));
    ++piece;
    if (piece >= kMaxPiece || (piece >= kMinPiece && is_good_break(word[at]))) {
      if (at + size < word.size()) out += "\\:";
      piece = 0;
    }
    at += size;
  }
}

// Returns the first word of more than `limit` bytes, or an empty view; `text` starts at the start of a word. Searches
// backwards from the position where a long word starting here would still continue, so it examines only a few bytes of
// each word.
std::string_view find_long_word(std::string_view text, std::size_t limit) {
  std::size_t from = 0;
  while (text.size() - from > limit) {
    std::size_t end = from + limit + 1;
    while (end > from && text[end - 1] != ' ') --end;
    if (end == from) return text.substr(from, text.find(' ', from) - from);
    from = end;
  }
  return {};
}

void append_escaped(base::TextBuffer& out, std::string_view text, base::Traits traits, std::size_t long_word) {
  while (!text.empty()) {
    const std::string_view word = find_long_word(text, long_word);
    if (word.empty()) break;
    const auto begin = static_cast<std::size_t>(word.data() - text.data());
    append_words(out, text.substr(0, begin));
    append_long_word(out, word);
    text.remove_prefix(begin + word.size());
  }
  if ((traits & kHandledTraits) == 0) {
    out += text;
  } else {
    append_words(out, text);
  }
  if (text.ends_with(' ')) out += "\\&";  // a line must not end in a blank
}

// Whether the blank at `at` may become a line end without turning the text after it into a request. This is always safe
// in text from these escapers, but not in text from a template.
bool can_break(std::string_view out, std::size_t at) {
  const char before = out[at - 1];
  const char after = at + 1 < out.size() ? out[at + 1] : ' ';
  return before != '\\' && before != ' ' && after != ' ' && after != '.' && after != '\'';
}

// The last blank in (line, line + kRoffLineSize] at which the line can break, otherwise the first one after that; npos
// if there is none.
std::size_t find_break(std::string_view out, std::size_t line) {
  for (std::size_t at = line + kRoffLineSize; at > line; --at) {
    if (out[at] == ' ' && can_break(out, at)) return at;
  }
  for (std::size_t at = out.find(' ', line + kRoffLineSize + 1); at != std::string_view::npos;
       at = out.find(' ', at + 1)) {
    if (can_break(out, at)) return at;
  }
  return std::string_view::npos;
}

void break_lines(base::TextBuffer& out, std::size_t line) {
  while (out.size() - line > kRoffLineSize) {
    const std::size_t at = find_break(out, line);
    if (at == std::string::npos) return;
    out[at] = '\n';
    line = at + 1;
  }
}

std::string_view without_redundant_blank(std::string_view out, std::string_view text) {
  if (text.starts_with(' ') && out.ends_with(" \\&")) return text.substr(1);
  return without_needless_space(out, text);
}

}  // namespace

void append_roff(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  base::TextBuffer scratch;
  const std::string_view clean = without_redundant_blank(out, base::cleaned(text, traits, scratch));
  const std::size_t line_end = out.view().rfind('\n');
  const std::size_t line = line_end == std::string::npos ? 0 : line_end + 1;
  const bool is_macro = line < out.size() && (out[line] == '.' || out[line] == '\'');
  append_escaped(out, clean, traits, kLongWord);
  if (!is_macro) break_lines(out, line);
}

void append_roff_line(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  const bool plain = (traits & kHandledTraits) == 0 && text.size() <= kLongWordInLine;
  if (plain && !text.starts_with(' ') && !text.ends_with(' ')) {
    out += text;
    return;
  }
  base::TextBuffer scratch;
  append_escaped(out, without_redundant_blank(out, base::cleaned(text, traits, scratch)), traits, kLongWordInLine);
}

}  // namespace errpress::escape
