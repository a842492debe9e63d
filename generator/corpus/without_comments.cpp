#include "corpus/without_comments.h"

#include <algorithm>
#include <array>
#include <utility>

namespace errpress::corpus {

namespace {

constexpr std::array<bool, 256> kIsSpecial = [] {
  std::array<bool, 256> special{};
  for (const char c : {'/', '"', '\'', '\\'}) special[static_cast<unsigned char>(c)] = true;
  return special;
}();

// Overwrites comments and line continuations with blanks, in one pass.
class CommentEraser {
 public:
  explicit CommentEraser(std::string_view source) : text_(source) {}

  std::string erase() && {
    while (skip_plain()) {
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
  // Goes on to what can begin a comment, a literal or a continuation; false at the end.
  bool skip_plain() {
    while (at_ < text_.size() && !kIsSpecial[static_cast<unsigned char>(text_[at_])]) ++at_;
    return at_ < text_.size();
  }

  // The size of a backslash and the line end after it; 0 if there is no line continuation here.
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

  // Skips a string or character literal: "/*" inside it does not start a comment. An unterminated literal ends with its
  // line.
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

}  // namespace

std::string without_comments(std::string_view source) { return CommentEraser(source).erase(); }

}  // namespace errpress::corpus
