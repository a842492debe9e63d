#include "corpus/macro_lines.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "base/name.h"

namespace errpress::corpus {

namespace {

constexpr std::string_view kBlanks = " \t\v\f\r";

// Overwrites comments and line continuations with blanks, in one pass.
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

bool starts_with_blank(std::string_view text) {
  return !text.empty() && kBlanks.find(text.front()) != std::string_view::npos;
}

// Removes blanks and then `word` from the front of `text`; false if `word` is not there.
bool take(std::string_view& text, std::string_view word) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// Removes blanks and then an identifier from the front of `text`, and returns the identifier.
std::string_view take_word(std::string_view& text) {
  take(text, "");
  const std::string_view word = text.substr(0, identifier_size(text));
  text.remove_prefix(word.size());
  return word;
}

// Tracks which lines a compiler would see. Only conditions that are literally 0 or 1 are evaluated: which macros a
// platform defines is unknown, so all branches of other conditions count.
class Conditions {
 public:
  // Processes a directive that opens, divides or closes a condition; returns false for other directives.
  bool take(std::string_view directive, std::string_view rest) {
    if (directive == "if" || directive == "ifdef" || directive == "ifndef") {
      open(directive == "if" ? branch_of(rest) : Branch::unknown);
    } else if (directive == "else" || directive.starts_with("elif")) {
      if (open_.empty()) return true;
      const Branch before = close();
      open(next_branch(before, directive == "else"));
    } else if (directive == "endif") {
      if (!open_.empty()) close();
    } else {
      return false;
    }
    return true;
  }

  bool active() const { return hidden_ == 0; }

 private:
  enum class Branch : std::uint8_t { taken, skipped, over, unknown };  // over: an earlier branch was taken

  static bool is_hidden(Branch branch) { return branch == Branch::skipped || branch == Branch::over; }

  void open(Branch branch) {
    open_.push_back(branch);
    hidden_ += is_hidden(branch) ? 1 : 0;
  }

  Branch close() {
    const Branch branch = open_.back();
    open_.pop_back();
    hidden_ -= is_hidden(branch) ? 1 : 0;
    return branch;
  }

  // Evaluates a condition that is a single number, such as "0", "(0)" or "0L".
  static Branch branch_of(std::string_view condition) {
    const std::size_t begin = condition.find_first_not_of(" \t\v\f\r(");
    const std::size_t end = condition.find_last_not_of(" \t\v\f\r)uUlL");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return Branch::unknown;
    const std::string_view number = condition.substr(begin, end + 1 - begin);
    return number == "0" || number == "0x0" ? Branch::skipped : number == "1" ? Branch::taken : Branch::unknown;
  }

  static Branch next_branch(Branch branch, bool is_else) {
    if (branch == Branch::taken || branch == Branch::over) return Branch::over;
    return branch == Branch::skipped && is_else ? Branch::taken : Branch::unknown;
  }

  std::vector<Branch> open_;
  std::size_t hidden_ = 0;  // how many open conditions hide lines
};

// Removes the macros that a later #undef undefines.
std::vector<MacroLine> without(std::vector<MacroLine> macros,
                               const std::unordered_map<std::string_view, std::size_t>& undefined,
                               std::string_view source) {
  if (undefined.empty()) return macros;
  std::vector<MacroLine> kept;
  for (std::size_t i = 0; i < macros.size(); ++i) {
    const auto found = undefined.find(macros[i].name.of(source));
    if (found == undefined.end() || i >= found->second) kept.push_back(macros[i]);
  }
  return kept;
}

}  // namespace

std::string without_comments(std::string_view source) { return CommentEraser(source).erase(); }

std::size_t identifier_size(std::string_view text) {
  if (text.empty() || base::is_digit(text.front())) return 0;
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), base::is_name_char) - text.begin());
}

std::vector<MacroLine> find_macros(std::string_view source) {
  std::vector<MacroLine> macros;
  const auto span_of = [&](std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(part.data() - source.data());
    return base::Span{begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  Conditions conditions;
  std::unordered_map<std::string_view, std::size_t> undefined;  // by name: the number of macros before its last #undef
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    std::string_view line = source.substr(at, end - at);
    at = end + 1;
    if (!take(line, "#")) continue;
    const std::string_view directive = take_word(line);
    if (conditions.take(directive, line) || !conditions.active()) continue;
    const std::string_view name = take_word(line);
    if (directive == "undef") undefined[name] = macros.size();
    const bool is_object_like = !name.empty() && (line.empty() || starts_with_blank(line));
    if (directive == "define" && is_object_like) macros.push_back({span_of(name), span_of(line)});
  }
  return without(std::move(macros), undefined, source);
}

}  // namespace errpress::corpus
