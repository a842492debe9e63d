#include "article/reference_parser.h"

#include <algorithm>
#include <optional>

#include "article/code_text.h"
#include "article/line_reader.h"
#include "article/punctuation.h"
#include "base/name.h"

namespace errpress::article {

namespace {

std::uint32_t skip_blanks(std::string_view source, std::uint32_t at, std::uint32_t end) {
  while (at < end && base::is_blank(source[at])) ++at;
  return at;
}

// The word of name characters at the start of `span`; empty if it does not start with a letter.
Span word_at(std::string_view source, Span span) {
  return {span.begin, span.begin + static_cast<std::uint32_t>(base::name_prefix_size(span.of(source)))};
}

bool has_lower(std::string_view word) { return std::any_of(word.begin(), word.end(), base::is_lower); }

// The size of the dash that starts a description; 0 if there is none.
std::size_t dash_size(std::string_view text) {
  if (text.starts_with("- ") || text == "-") return 1;
  if (text.starts_with("\xE2\x80\x93") || text.starts_with("\xE2\x80\x94")) return 3;  // en and em dash
  return 0;
}

// Whether `rest`, the text after a word, allows the word to be the name of an entry.
bool ends_name(std::string_view rest) {
  if (rest.empty() || rest.front() == '(' || rest.front() == ':') return true;
  const std::size_t blanks = rest.find_first_not_of(" \t");
  if (blanks == std::string_view::npos) return true;
  rest.remove_prefix(blanks);
  return rest.front() == '(' || rest.front() == ':' || dash_size(rest) > 0;
}

// The name at the start of an entry. A word without '_' is a name only if it is in capitals and the punctuation of an
// entry follows.
Span read_name(std::string_view source, Span span) {
  const Span word = word_at(source, span);
  const std::string_view text = word.of(source);
  if (text.size() > base::kMaxNameSize) return {span.begin, span.begin};
  if (text.find('_') != std::string_view::npos) return word;
  const bool plain = text.size() >= 3 && !has_lower(text) && ends_name(source.substr(word.end, span.end - word.end));
  return plain ? word : Span{span.begin, span.begin};
}

// The offset of the ')' that closes the '(' at `open`; nothing if it is not among the kMaxSize bytes from `open` on
// (the limit keeps a line of nothing but opening parentheses linear).
std::optional<std::uint32_t> closing_bracket(std::string_view source, std::uint32_t open, std::uint32_t end) {
  constexpr std::uint32_t kMaxSize = 500;
  end = std::min(end, open + kMaxSize);
  int depth = 0;
  for (std::uint32_t at = open; at < end; ++at) {
    if (source[at] == '(') ++depth;
    if (source[at] == ')' && --depth == 0) return at;
  }
  return std::nullopt;
}

// Whether a parenthesis with a code in it opens at `at`, after blanks.
bool code_bracket_at(std::string_view source, std::uint32_t at, std::uint32_t end) {
  at = skip_blanks(source, at, end);
  if (at + 1 >= end || source[at] != '(') return false;
  const char c = source[at + 1];
  return base::is_digit(c) || (c == '-' && at + 2 < end && base::is_digit(source[at + 2]));
}

constexpr bool ends_sentence(char c) { return c == '.' || c == ')' || c == '!' || c == '?' || c == ';'; }

// The offset at which the next entry begins inside a description: a name with a code in parentheses, directly after the
// end of a sentence or a closing parenthesis ("text.NAME_TWO(13859): text"). `span.end` if there is none.
std::uint32_t next_glued_entry(std::string_view source, Span span, std::uint32_t last_bracket) {
  for (std::uint32_t at = span.begin; at < last_bracket; ++at) {
    if (!ends_sentence(source[at])) continue;
    const Span word = word_at(source, {at + 1, span.end});
    if (base::looks_like_error_name(word.of(source)) && code_bracket_at(source, word.end, span.end)) return word.begin;
  }
  return span.end;
}

ReferenceFlaw flaw_of(CodeTextKind kind) {
  switch (kind) {
    case CodeTextKind::words:
      return ReferenceFlaw::words_for_code;
    case CodeTextKind::bad:
      return ReferenceFlaw::bad_code;
    case CodeTextKind::code:
    case CodeTextKind::empty:
      break;
  }
  return ReferenceFlaw::none;
}

// Keeps the first flaw.
void note_flaw(Reference& reference, ReferenceFlaw flaw) {
  if (reference.flaw == ReferenceFlaw::none) reference.flaw = flaw;
}

// Reads "(...)" at `at`, if present; returns the offset after it.
std::uint32_t read_parenthesis(std::string_view source, std::uint32_t at, std::uint32_t end, Reference& reference) {
  const std::uint32_t open = skip_blanks(source, at, end);
  if (open == end || source[open] != '(') return at;
  const auto close = closing_bracket(source, open, end);
  if (!close) return at;
  reference.parenthesis = trim(source, {open + 1, *close});
  const CodeText code = read_code_text(source, reference.parenthesis);
  reference.code = code.code;
  note_flaw(reference, flaw_of(code.kind));
  return *close + 1;
}

// The text after the name and code, without the leading colon or dash.
Span read_description(std::string_view source, Span rest) {
  rest = trim(source, rest);
  const std::string_view text = rest.of(source);
  std::size_t skip = text.starts_with(':') ? 1 : dash_size(text);
  return trim(source, {rest.begin + static_cast<std::uint32_t>(skip), rest.end});
}

// The size of the decimal or 0x-prefixed number at the start of `text`; 0 if the word there is not a number.
std::size_t number_size(std::string_view text) {
  const bool hex = text.starts_with("0x");
  std::size_t size = hex ? 2 : 0;
  const std::size_t prefix = size;
  while (size < text.size() && (hex ? base::is_hex_digit(text[size]) : base::is_digit(text[size]))) ++size;
  const bool ends = size == text.size() || !base::is_name_char(text[size]);
  return ends && size > prefix ? size : 0;
}

// Whether a description starts with what looks like the entry's code, although it is not in parentheses after the name:
// "4 (0x4): text" (after a dash), "code 4", "[4]: text", or in brackets of another script.
bool starts_with_code(std::string_view text) {
  const auto closes = [](std::string_view rest) {
    const bool ascii = std::string_view(":)]}\"'`").find(rest.front()) != std::string_view::npos;
    return ascii || (static_cast<unsigned char>(rest.front()) >= 0x80 && punctuation_size(rest) > 0);
  };
  text.remove_prefix(punctuation_size(text));
  if (text.starts_with("code ") || text.starts_with("Code ")) text.remove_prefix(5);
  const std::size_t number = number_size(text);
  if (number == 0) return false;
  text.remove_prefix(number);
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  if (text.empty() || closes(text)) return true;
  const bool bracket = text.front() == '(';
  text.remove_prefix(std::min(text.find_first_not_of("(,/- \t"), text.size()));
  return (bracket || text.starts_with("0x")) && number_size(text) > 0;
}

class ReferenceReader {
 public:
  // `line` contains all entries to be read.
  ReferenceReader(std::string_view source, Span line, const Dialect& dialect, Article& article)
      : source_(source), dialect_(dialect), article_(article) {
    const std::size_t bracket = line.of(source).rfind('(');
    last_bracket_ = bracket == std::string_view::npos ? 0 : line.begin + static_cast<std::uint32_t>(bracket);
  }

  // Reads one entry from the front of `line`, or the first of two glued names; returns where the next entry begins.
  std::uint32_t read_entry(Span line, Span marker) {
    Reference reference{.span = line, .marker = marker};
    if (source_[line.begin] == '[') return read_placeholder(line, reference);
    const Span name = read_name(source_, line);
    if (name.empty()) reference.flaw = ReferenceFlaw::no_name;
    reference.name = name;
    if (const auto glue = name.empty() ? std::nullopt : dialect_.find_glue(name.of(source_))) {
      return split_glued(reference, name.begin + static_cast<std::uint32_t>(*glue));
    }
    if (glued_) note_flaw(reference, ReferenceFlaw::glued);
    glued_ = false;
    if (has_lower(name.of(source_))) note_flaw(reference, ReferenceFlaw::mixed_case);
    const std::uint32_t at = name.empty() ? line.begin : read_parenthesis(source_, name.end, line.end, reference);
    return finish(reference, {at, line.end});
  }

 private:
  std::uint32_t read_placeholder(Span line, Reference& reference) {
    reference.flaw = ReferenceFlaw::placeholder;
    const std::size_t close = source_.substr(0, line.end).find(']', line.begin);
    const auto end = close == std::string_view::npos ? line.end : static_cast<std::uint32_t>(close + 1);
    return finish(reference, {end, line.end});
  }

  std::uint32_t split_glued(Reference& reference, std::uint32_t at) {
    reference.name.end = at;
    reference.flaw = ReferenceFlaw::glued;
    reference.span.end = at;
    reference.description = {at, at};
    article_.references.push_back(reference);
    glued_ = true;
    return at;
  }

  std::uint32_t finish(Reference& reference, Span rest) {
    // Includes the byte before: it may be the closing parenthesis that precedes another name.
    const std::uint32_t from = std::max(rest.begin, reference.span.begin + 1) - 1;
    const std::uint32_t end = next_glued_entry(source_, {from, rest.end}, last_bracket_);
    reference.description = read_description(source_, {rest.begin, end});
    reference.span = trim(source_, {reference.span.begin, end});
    if (has_loose_code(reference)) note_flaw(reference, ReferenceFlaw::loose_code);
    article_.references.push_back(reference);
    return end;
  }

  // After a code, a number that is not in parentheses is part of the description: "NAME (4): 1) the first".
  bool has_loose_code(const Reference& reference) const {
    const std::string_view description = reference.description.of(source_);
    const bool possible = !reference.code.written() || description.starts_with('(');
    return !reference.name.empty() && possible && starts_with_code(description);
  }

  std::string_view source_;
  const Dialect& dialect_;
  Article& article_;
  std::uint32_t last_bracket_ = 0;  // offset of the line's last '(': no entry after it has a code
  bool glued_ = false;              // the previous name ended where this one begins, inside one word
};

}  // namespace

bool looks_like_reference(std::string_view source, Span line, const Dialect& dialect) {
  const Span word = word_at(source, line);
  const std::string_view text = word.of(source);
  if (text.find('_') == std::string_view::npos || text.size() > base::kMaxNameSize) return false;
  if (!base::is_upper(text[0]) || (text.size() > 1 && base::is_lower(text[1]))) return false;
  return ends_name(source.substr(word.end, line.end - word.end)) || dialect.find_glue(text).has_value();
}

void read_references(std::string_view source, Span marker, Span entry, const Dialect& dialect, Article& article) {
  ReferenceReader reader(source, entry, dialect, article);
  while (!entry.empty()) {
    entry.begin = reader.read_entry(entry, marker);
    entry = trim(source, entry);
    marker = {};
  }
}

}  // namespace errpress::article
