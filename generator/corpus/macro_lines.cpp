#include "corpus/macro_lines.h"

#include <algorithm>

#include "text/name.h"

namespace errpress::corpus {

namespace {

constexpr std::string_view kBlanks = " \t\v\f\r";

// Blanks out comments and continuations from the front to the end, in one pass.
class CommentEraser {
 public:
  explicit CommentEraser(std::string_view source) : text_(source) {}

  std::string erase() && {
    while (at_ < text_.size()) {
      const std::string_view rest = std::string_view(text_).substr(at_);
      if (rest.starts_with("/*")) {
        erase_to(text_.find("*/", at_ + 2), 2);
      } else if (rest.starts_with("//")) {
        erase_line_comment();
      } else if (rest.front() == '"' || rest.front() == '\'') {
        skip_literal();
      } else if (const std::size_t size = continuation_size(); size > 0) {
        erase_to(at_, size);
      } else {
        ++at_;
      }
    }
    return std::move(text_);
  }

 private:
  // The bytes of a backslash and the line end behind it; 0 where there is no such thing.
  std::size_t continuation_size() const {
    const std::string_view rest = std::string_view(text_).substr(at_);
    if (rest.starts_with("\\\n")) return 2;
    return rest.starts_with("\\\r\n") ? 3 : 0;
  }

  void erase_to(std::size_t found, std::size_t size) {
    const std::size_t end = found == std::string::npos ? text_.size() : found + size;
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(at_), text_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at_ = end;
  }

  void erase_line_comment() {
    while (at_ < text_.size() && text_[at_] != '\n') erase_to(at_, std::max<std::size_t>(continuation_size(), 1));
  }

  // A string or character: a "/*" in it starts no comment. One that is not closed ends with its line.
  void skip_literal() {
    const char quote = text_[at_++];
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != quote) {
      const bool is_escape = text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n';
      at_ += is_escape ? 2 : 1;
    }
    if (at_ < text_.size() && text_[at_] == quote) ++at_;
  }

  std::string text_;
  std::size_t at_ = 0;
};

bool starts_with_blank(std::string_view text) {
  return !text.empty() && kBlanks.find(text.front()) != std::string_view::npos;
}

// Takes blanks and then `word` from the front of `text`.
bool take(std::string_view& text, std::string_view word) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

}  // namespace

std::string without_comments(std::string_view source) { return CommentEraser(source).erase(); }

std::size_t identifier_size(std::string_view text) {
  if (text.empty() || text::is_digit(text.front())) return 0;
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), text::is_name_char) - text.begin());
}

std::vector<MacroLine> find_macros(std::string_view source) {
  std::vector<MacroLine> macros;
  const auto span_of = [&](std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(part.data() - source.data());
    return text::Span{begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    std::string_view line = source.substr(at, end - at);
    at = end + 1;
    if (!take(line, "#") || !take(line, "define") || !starts_with_blank(line)) continue;
    take(line, "");
    const std::string_view name = line.substr(0, identifier_size(line));
    line.remove_prefix(name.size());
    const bool is_object_like = !name.empty() && (line.empty() || starts_with_blank(line));
    if (is_object_like) macros.push_back({span_of(name), span_of(line)});
  }
  return macros;
}

}  // namespace errpress::corpus
