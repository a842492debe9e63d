#include "article/markdown_inline.h"

#include <algorithm>
#include <utility>

#include "base/name.h"

namespace errpress::article {

namespace {

constexpr std::size_t kLongestRun = 3;

constexpr bool is_mark(char c) { return c > ' ' && c < 0x7F && !base::is_letter_or_digit(c); }

// Characters beyond ASCII count as letters.
constexpr bool is_letter_like(char c) { return base::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

constexpr std::size_t run_index(char c) {
  if (c == '`') return 0;
  return c == '*' ? 1 : 2;
}

constexpr std::array<std::pair<std::string_view, char>, 6> kEntities = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&nbsp;", ' '}}};

}  // namespace

InlineReader::InlineReader(const GatheredText& from, PlainText& to)
    : from_(from), text_(from.text), to_(to), skips_(from.text.size() + 1, 0) {}

void InlineReader::read() {
  for (std::size_t at = 0; at < text_.size();) {
    if (skips_[at] != 0) {
      at += skips_[at];
      continue;
    }
    switch (text_[at]) {
      case '\\':
        at = read_escape(at);
        break;
      case '`':
        at = read_code(at);
        break;
      case '!':
      case '[':
        at = read_bracket(at);
        break;
      case '<':
        at = read_tag(at);
        break;
      case '*':
      case '_':
        at = read_emphasis(at);
        break;
      case '&':
        at = read_entity(at);
        break;
      default:
        copy(at++);
    }
  }
}

std::size_t InlineReader::run_size(std::size_t at) const {
  const std::size_t end = std::min(text_.find_first_not_of(text_[at], at), text_.size());
  return end - at;
}

// Remembers what it finds, so that the text is searched once for each character.
std::size_t InlineReader::next(char c, std::size_t from) {
  std::size_t& known = next_[static_cast<unsigned char>(c)];
  if (known == kNone || (known >= from && known < text_.size() && text_[known] == c)) return known;
  known = text_.find(c, from);
  return known;
}

bool InlineReader::closes(char c, std::size_t size, std::size_t at) const {
  if (before(at) == c || run_size(at) != size) return false;
  if (c == '`') return true;
  return !base::is_blank(before(at)) && (c == '*' || !is_letter_like(after(at + size)));
}

std::size_t InlineReader::closing_run(char c, std::size_t size, std::size_t from) {
  std::size_t& known = runs_[run_index(c)][size];
  if (known == kNone || (known >= from && known != 0)) return known;
  std::size_t at = text_.find(c, from);
  while (at != kNone && !closes(c, size, at)) at = text_.find(c, at + run_size(at));
  known = at;
  return at;
}

std::size_t InlineReader::read_escape(std::size_t at) {
  if (at + 1 < text_.size() && is_mark(text_[at + 1])) ++at;
  copy(at);
  return at + 1;
}

std::size_t InlineReader::read_code(std::size_t at) {
  const std::size_t size = run_size(at);
  const std::size_t begin = at + size;
  const std::size_t end = size <= kLongestRun ? closing_run('`', size, begin) : kNone;
  if (end == kNone) {
    while (at < begin) copy(at++);
    return at;
  }
  for (at = begin; at < end; ++at) copy(at);
  return end + size;
}

// "[text](destination)", "[text][reference]" and images; other brackets are text.
std::size_t InlineReader::read_bracket(std::size_t at) {
  const std::size_t open = text_[at] == '!' && after(at + 1) == '[' ? at + 1 : at;
  const std::size_t close = text_[open] == '[' ? next(']', open + 1) : kNone;
  const char follows = close == kNone ? ' ' : after(close + 1);
  const std::size_t end = follows == '(' ? next(')', close + 2) : follows == '[' ? next(']', close + 2) : kNone;
  if (end == kNone || text_.substr(open + 1, close - open - 1).find('[') != std::string_view::npos) {
    copy(at);
    return at + 1;
  }
  skip_at(close, end + 1 - close);
  return open + 1;
}

// Whether a tag ends a line: "br", and the beginnings and ends of paragraphs, cells, rows and items.
bool is_block_tag(std::string_view inside) {
  if (inside.starts_with('/')) inside.remove_prefix(1);
  const std::string_view name = inside.substr(0, base::name_prefix_size(inside));
  constexpr std::array<std::string_view, 12> kBlocks = {"br", "p",  "td", "th", "tr",    "li",
                                                        "ul", "ol", "dd", "dt", "table", "div"};
  return std::any_of(kBlocks.begin(), kBlocks.end(),
                     [&](std::string_view block) { return base::equal_ignoring_case(block, name); });
}

// "<tag attribute>", "</tag>", "<!-- comment -->" and "<https://...>", of which the address stays.
std::size_t InlineReader::read_tag(std::size_t at) {
  const std::size_t close = next('>', at);
  const char first = after(at + 1);
  if (close == kNone || !(base::is_letter(first) || first == '/' || first == '!')) {
    copy(at);
    return at + 1;
  }
  const std::string_view inside = text_.substr(at + 1, close - at - 1);
  if (inside.find('<') != std::string_view::npos) {
    copy(at);
    return at + 1;
  }
  const bool address =
      inside.find_first_of(":@") != std::string_view::npos && inside.find(' ') == std::string_view::npos;
  if (address && first != '/' && first != '!') {
    skip_at(close, 1);
    return at + 1;
  }
  if (is_block_tag(inside) && !to_.text().ends_with('\n')) to_.append('\n', from_.sources[at]);
  return close + 1;
}

std::size_t InlineReader::read_emphasis(std::size_t at) {
  const char c = text_[at];
  const std::size_t size = run_size(at);
  const bool opens =
      size <= kLongestRun && !base::is_blank(after(at + size)) && !is_letter_like(before(at)) && before(at) != '_';
  const std::size_t end = opens ? closing_run(c, size, at + size) : kNone;
  if (end != kNone) {
    skip_at(end, size);
    return at + size;
  }
  for (std::size_t i = 0; i < size; ++i) copy(at + i);
  return at + size;
}

std::size_t InlineReader::read_entity(std::size_t at) {
  for (const auto& [entity, character] : kEntities) {
    if (!text_.substr(at).starts_with(entity)) continue;
    to_.append(character, from_.sources[at]);
    return at + entity.size();
  }
  copy(at);
  return at + 1;
}

}  // namespace errpress::article
