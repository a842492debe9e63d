#include "mustache/lexer.h"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "base/name.h"

namespace errpress::mustache {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
}

// The kind of tag for the character after the opening delimiter. '!' and '=' are not handled here: they give no token.
Tag tag_of(char sigil) {
  switch (sigil) {
    case '{':
    case '&':
      return Tag::raw;
    case '#':
      return Tag::section;
    case '^':
      return Tag::inverted;
    case '/':
      return Tag::close;
    case '>':
      return Tag::partial;
    default:
      return Tag::variable;
  }
}

bool is_sigil(char c) { return c == '!' || c == '=' || tag_of(c) != Tag::variable; }

struct Range {
  std::size_t begin;
  std::size_t end;
};

class Lexer {
 public:
  explicit Lexer(const SourceText& source) : source_(source), text_(source.text()) {}

  base::Result<std::vector<Token>> run() {
    for (std::size_t start; (start = text_.find(open_, at_)) != std::string_view::npos;) {
      if (const base::Status read = read_tag(start); !read) return read.error();
    }
    add_literal(text_.size());
    return std::move(tokens_);
  }

 private:
  base::Status read_tag(std::size_t start) {
    const std::size_t content = start + open_.size();
    const char sigil = content < text_.size() ? text_[content] : '\0';
    const std::size_t begin = content + (is_sigil(sigil) ? 1 : 0);
    const std::string close = closing(sigil);
    const std::size_t stop = text_.find(close, begin);
    if (stop == std::string_view::npos) return unclosed(start, close);
    const std::size_t end = stop + close.size();
    const std::string_view inside = text_.substr(begin, stop - begin);

    if (sigil == '!') {
      skip_line_or_tag(start, end);
      return base::Done{};
    }
    if (sigil == '=') {
      skip_line_or_tag(start, end);
      return set_delimiters(start, trim(inside));
    }
    if (inside.find(open_) != std::string_view::npos) return unclosed(start, close);
    const std::string_view name = trim(inside);
    if (const base::Status valid = check_name(start, name); !valid) return valid.error();
    const Tag tag = tag_of(sigil);
    const bool is_value = tag == Tag::variable || tag == Tag::raw;
    const std::string_view indent = is_value ? skip_tag(start, end) : skip_line_or_tag(start, end);
    tokens_.push_back({tag, static_cast<std::uint32_t>(start), name, indent});
    return base::Done{};
  }

  std::string closing(char sigil) const {
    if (sigil == '{') return "}" + close_;
    if (sigil == '=') return "=" + close_;
    return close_;
  }

  base::Status check_name(std::size_t start, std::string_view name) const {
    if (name.empty()) return source_.error_at(start, "a name is missing in this tag");
    if (name.find_first_of(kSpace) == std::string_view::npos) return base::Done{};
    return source_.error_at(start, fmt::format("`{}` is not a name: names cannot contain white space", name));
  }

  base::Status set_delimiters(std::size_t start, std::string_view pair) {
    const std::string_view open = pair.substr(0, pair.find_first_of(kSpace));
    const std::string_view close = trim(pair.substr(open.size()));
    const bool valid = !open.empty() && !close.empty() && close.find_first_of(kSpace) == std::string_view::npos &&
                       pair.find('=') == std::string_view::npos;
    if (!valid) return source_.error_at(start, "delimiters must be two words without `=`, as in {{=<% %>=}}");
    open_ = open;
    close_ = close;
    return base::Done{};
  }

  base::Status unclosed(std::size_t start, std::string_view close) const {
    return source_.error_at(start, fmt::format("this tag is never closed; `{}` would close it", close));
  }

  void add_literal(std::size_t end) {
    if (end > at_) tokens_.push_back({Tag::literal, static_cast<std::uint32_t>(at_), text_.substr(at_, end - at_)});
  }

  // Skips only the tag. Returns an empty indentation.
  std::string_view skip_tag(std::size_t start, std::size_t end) {
    add_literal(start);
    at_ = end;
    return {};
  }

  // Skips the whole line if the tag is alone on it, and returns the blanks before the tag; otherwise skips only the
  // tag.
  std::string_view skip_line_or_tag(std::size_t start, std::size_t end) {
    const std::optional<Range> line = standalone_line(start, end);
    if (!line) return skip_tag(start, end);
    skip_tag(line->begin, line->end);
    return text_.substr(line->begin, start - line->begin);
  }

  // The line or lines of the tag including the line end, if there are only blanks around the tag.
  std::optional<Range> standalone_line(std::size_t start, std::size_t end) const {
    while (start > 0 && base::is_blank(text_[start - 1])) --start;
    if (start > 0 && text_[start - 1] != '\n') return std::nullopt;
    while (end < text_.size() && base::is_blank(text_[end])) ++end;
    const std::string_view rest = text_.substr(end);
    if (rest.starts_with('\n')) return Range{start, end + 1};
    if (rest.starts_with("\r\n")) return Range{start, end + 2};
    if (rest.empty()) return Range{start, end};
    return std::nullopt;
  }

  const SourceText& source_;
  std::string_view text_;
  std::size_t at_ = 0;  // everything before it has been handled
  std::string open_ = "{{";
  std::string close_ = "}}";
  std::vector<Token> tokens_;
};

}  // namespace

base::Result<std::vector<Token>> lex_template(const SourceText& source) { return Lexer(source).run(); }

}  // namespace errpress::mustache
