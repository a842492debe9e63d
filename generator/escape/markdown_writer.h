// The algorithm that both Markdown escapers share: copies plain runs, puts link-like words and (if the rules ask for
// it) names and numbers into code spans, and consults the rules about every other special character. Used by
// markdown.cpp and commonmark.cpp only. One object escapes one value.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/text_buffer.h"
#include "escape/class_table.h"
#include "escape/markdown_tokens.h"

namespace errpress::escape {

// Appends `&#NN;`, which every Markdown reader decodes to the character without interpreting it.
inline void append_entity(base::TextBuffer& out, char c) {
  const auto value = static_cast<unsigned>(static_cast<unsigned char>(c));
  out += "&#";
  if (value >= 100) out += static_cast<char>('0' + value / 100);
  out += static_cast<char>('0' + value / 10 % 10);
  out += static_cast<char>('0' + value % 10);
  out += ';';
}

// The index of the delimiter that makes "12." or "12)" at the start of a value a list marker, or npos.
inline std::size_t list_delimiter(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && base::is_digit(text[at])) ++at;
  const bool is_delimiter = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')');
  return is_delimiter ? at : std::string_view::npos;
}

// `Rules` provides static members:
//   kTable                       the class of each byte; class 0 is always copied
//   may_open_code(cls, place)    whether to look for a word that must be a code span; false for characters that
//                                trim_linklike removes at the start
//   encodes(cls, place)          whether the character becomes an entity
//   encoded_at_start(out, text)  the index of the one character to encode because the value may start a line; npos
//                                if there is none
//   kNamesInCode                 whether names and numbers become code spans
//   append(out, c)               appends the entity
template <typename Rules>
class MarkdownWriter {
 public:
  // `text` must be clean and outlive the writer.
  MarkdownWriter(base::TextBuffer& out, std::string_view text) : out_(out), text_(text), writer_(out, text) {}

  // With `only_start`, only the start of the text is checked.
  void write(bool only_start) {
    if (out_.ends_with('`') && is_inert_word(text_)) {
      out_ += text_;  // the template has put the value into a code span
      return;
    }
    const std::size_t first = Rules::encoded_at_start(out_, text_);
    std::size_t at = 0;
    if (first != std::string_view::npos) {
      encode(first);
      at = first + 1;
    }
    while (!only_start && (at = skip_plain(Rules::kTable, text_, at)) < text_.size()) at = step(at);
    writer_.flush(text_.size());
  }

 private:
  // Handles the special character at `at`; returns the offset to continue at.
  std::size_t step(std::size_t at) {
    const ByteClass cls = Rules::kTable[text_[at]];
    const Place place{text_, at};
    if (Rules::may_open_code(cls, place)) {
      const Token code = find_code(at);
      if (code.size() > 0) return write_code(code);
    }
    if (Rules::encodes(cls, place)) encode(at);
    return at + 1;
  }

  // The word around `at` that must be a code span, or an empty token.
  Token find_code(std::size_t at) {
    if (at >= links_checked_until_ && is_code_char(text_[at])) {
      const Token run = code_run(text_, at, writer_.done());
      if (is_linklike(text_, run)) {
        links_checked_until_ = run.end;  // what trimming removes is the punctuation of the sentence
        return trim_linklike(text_, run);
      }
      links_checked_until_ = run.end;
    }
    if (!Rules::kNamesInCode || !base::is_name_char(text_[at]) || at < names_checked_until_) return {};
    const Token name = name_run(text_, at, writer_.done());
    names_checked_until_ = name.end;
    return reads_as_code(name.of(text_)) ? name : Token{};
  }

  std::size_t write_code(Token code) {
    writer_.flush(code.begin);
    // Adjacent backquotes would merge two code spans, so one character is written outside the span to separate them.
    if (out_.ends_with('`')) {
      writer_.replace(code.begin, 1, {});
      append_separator(text_[code.begin++]);
    }
    writer_.replace(code.begin, 0, "`");
    writer_.replace(code.end, 0, "`");
    return code.end;
  }

  void append_separator(char c) {
    if (is_letter_or_digit(c)) {
      out_ += c;
    } else {
      append_entity(out_, c);
    }
  }

  // A name or number, possibly negative, that no reader interprets inside or after a code span.
  static bool is_inert_word(std::string_view word) {
    if (word.starts_with('-')) word.remove_prefix(1);
    return !word.empty() && std::all_of(word.begin(), word.end(), base::is_name_char) &&
           is_letter_or_digit(word.front()) && is_letter_or_digit(word.back()) &&
           word.find("__") == std::string_view::npos;
  }

  void encode(std::size_t at) {
    writer_.replace(at, 1, {});
    Rules::append(out_, text_[at]);
  }

  base::TextBuffer& out_;
  std::string_view text_;
  RunWriter writer_;
  std::size_t links_checked_until_ = 0;  // end of the last run of code characters that was checked for links
  std::size_t names_checked_until_ = 0;  // end of the last run of name characters that was checked for code
};

}  // namespace errpress::escape
