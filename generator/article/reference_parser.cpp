#include "article/reference_parser.h"

#include <algorithm>
#include <optional>

#include "article/entry_start.h"
#include "article/line_reader.h"
#include "article/loose_code.h"
#include "base/code_text.h"
#include "base/name.h"
#include "base/punctuation.h"

namespace errpress::article {

namespace {

bool has_lower(std::string_view word) { return std::any_of(word.begin(), word.end(), base::is_lower); }

// Whether `rest`, the text after a word, is ", 4: text".
bool has_code_after_comma(std::string_view source, Span rest) {
  return rest.of(source).starts_with(',') && read_loose_code(source, rest).has_value();
}

// The name at the start of an entry. A word without '_' is a name only if it is in capitals and the punctuation of an
// entry or a code follows.
Span read_name(std::string_view source, Span span, const Dialect& dialect) {
  if (const std::size_t size = dialect.names().custom() ? dialect.names().match(span.of(source)) : 0; size > 0)
    return {span.begin, span.begin + static_cast<std::uint32_t>(size)};
  const Span word = word_at(source, span);
  const std::string_view text = word.of(source);
  if (text.size() > base::kMaxNameSize) return {span.begin, span.begin};
  if (text.find('_') != std::string_view::npos) return word;
  const Span rest{word.end, span.end};
  const bool plain = text.size() >= 3 && !has_lower(text);
  const bool name = plain && (ends_name(rest.of(source)) || has_code_after_comma(source, rest));
  return name ? word : Span{span.begin, span.begin};
}

ReferenceFlaw flaw_of(base::CodeTextKind kind) {
  switch (kind) {
    case base::CodeTextKind::words:
      return ReferenceFlaw::words_for_code;
    case base::CodeTextKind::bad:
      return ReferenceFlaw::bad_code;
    case base::CodeTextKind::code:
    case base::CodeTextKind::empty:
      break;
  }
  return ReferenceFlaw::none;
}

// Keeps the first flaw.
void note_flaw(Reference& reference, ReferenceFlaw flaw) {
  if (reference.flaw == ReferenceFlaw::none) reference.flaw = flaw;
}

// The bracket at `open`: a parenthesis with whatever it holds, or another bracket with a code.
std::optional<Bracket> bracket_at(std::string_view source, std::uint32_t open, std::uint32_t end) {
  if (open == end) return std::nullopt;
  if (source[open] != '(') return code_bracket(source, open, end);
  const auto close = closing_bracket(source, open, end);
  return close ? std::optional(Bracket{{open + 1, *close}, *close + 1}) : std::nullopt;
}

// Reads "(...)" at `at`, if present; returns the offset after it.
std::uint32_t read_bracket(std::string_view source, std::uint32_t at, std::uint32_t end, Reference& reference) {
  const std::uint32_t open = skip_spaces(source, at, end);
  auto bracket = bracket_at(source, open, end);
  if (!bracket) {
    bracket = unclosed_bracket(source, open, end);
    if (bracket) note_flaw(reference, ReferenceFlaw::unclosed);
  }
  if (!bracket) return at;
  reference.parenthesis = trim(source, bracket->inside);
  base::CodeText code = base::read_code_text(source, reference.parenthesis);
  if (code.fault == base::CodeFault::several_numbers) {
    const std::uint32_t second = base::second_code(source, reference.parenthesis);
    const Span rest{second, reference.parenthesis.end};
    if (base::read_code_text(source, rest).kind == base::CodeTextKind::code) {
      code = base::read_code_text(source, {reference.parenthesis.begin, second});
    }
  }
  reference.code = code.code;
  reference.family = code.family;
  reference.fault = code.fault;
  reference.fault_digits = code.digits;
  const bool is_quoted = reference.flaw == ReferenceFlaw::quoted;
  if (code.fault != base::CodeFault::none && !is_quoted) reference.fault_at = code.at;
  if (code.kind == base::CodeTextKind::words && !is_quoted) reference.fault_at = reference.parenthesis;
  const bool odd = code.fault == base::CodeFault::missing_prefix;
  note_flaw(reference, odd ? ReferenceFlaw::bad_code : flaw_of(code.kind));
  return bracket->end;
}

// The text after the name and code, without the leading colon or dash.
Span read_description(std::string_view source, Span rest) {
  rest = trim(source, rest);
  const std::string_view text = rest.of(source);
  std::size_t skip = text.starts_with(':') ? 1 : dash_size(text);
  return trim(source, {rest.begin + static_cast<std::uint32_t>(skip), rest.end});
}

constexpr std::size_t kMostQuotes = 3;  // "***NAME***"

class ReferenceReader {
 public:
  // `line` contains all entries to be read.
  ReferenceReader(std::string_view source, Span line, const Dialect& dialect, Article& article)
      : source_(source), dialect_(dialect), article_(article), mark_(last_mark(source, line)) {}

  // Reads one entry from the front of `line`, or the first of two glued names; returns where the next entry begins.
  std::uint32_t read_entry(Span line, Span marker) {
    Reference reference{.span = line, .marker = marker};
    if (source_[line.begin] == '[') return read_placeholder(line, reference);
    const Span quoted = quoted_name(line);
    const Span name = quoted.empty() ? read_name(source_, line, dialect_) : quoted;
    const std::uint32_t name_end = quoted.empty() ? name.end : name.end + (name.begin - line.begin);
    if (!quoted.empty()) {
      reference.flaw = ReferenceFlaw::quoted;
      reference.fault_at = {line.begin, name_end};
    }
    if (name.empty()) reference.flaw = ReferenceFlaw::no_name;
    reference.name = name;
    if (const auto glue = name.empty() ? std::nullopt : dialect_.find_glue(name.of(source_))) {
      return split_glued(reference, name.begin + static_cast<std::uint32_t>(*glue));
    }
    if (glued_) note_flaw(reference, ReferenceFlaw::glued);
    glued_ = false;
    if (has_lower(name.of(source_)) && !has_own_shape(name)) note_flaw(reference, ReferenceFlaw::mixed_case);
    const std::uint32_t at = name.empty() ? line.begin : read_bracket(source_, name_end, line.end, reference);
    return finish(reference, {at, line.end});
  }

 private:
  bool has_own_shape(Span name) const {
    return dialect_.names().custom() && dialect_.names().match(name.of(source_)) == name.size();
  }

  // The name in "`NAME`", "**NAME**" and the like at the start of `line`; empty if there is none.
  Span quoted_name(Span line) const {
    const std::string_view text = line.of(source_);
    const std::size_t size = std::min(text.find_first_not_of("`*\"'"), text.size());
    if (size == 0 || size > kMostQuotes) return {};
    const std::uint32_t begin = line.begin + static_cast<std::uint32_t>(size);
    const Span word = word_at(source_, {begin, line.end});
    const bool closed = source_.substr(word.end).starts_with(text.substr(0, size)) && word.end + size <= line.end;
    const bool is_name = base::looks_like_error_name(word.of(source_)) && word.size() <= base::kMaxNameSize;
    return closed && is_name ? word : Span{};
  }

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

  // `rest` is what follows the name and code. Returns where the next entry begins.
  std::uint32_t finish(Reference& reference, Span rest) {
    const auto comma = reference.name.empty() ? std::nullopt : entry_after_comma(source_, rest, dialect_);
    // Includes the byte before: it may be the closing parenthesis that precedes another name.
    const std::uint32_t from = std::max(rest.begin, reference.span.begin + 1) - 1;
    const std::uint32_t end = comma ? *comma : next_entry(source_, {from, rest.end}, mark_, dialect_);
    reference.span = trim(source_, {reference.span.begin, end});
    reference.description = comma ? Span{rest.begin, rest.begin} : read_description(source_, {rest.begin, end});
    if (!reference.name.empty() && !comma) take_loose_code(reference);
    article_.references.push_back(reference);
    return end;
  }

  // After a code, a number that is not in parentheses is part of the description: "NAME (4): 1) the first".
  void take_loose_code(Reference& reference) const {
    const bool has_code = reference.code.written();
    if (has_code && !reference.description.of(source_).starts_with('(')) return;
    const auto loose = read_loose_code(source_, reference.description);
    if (!loose) return;
    note_flaw(reference, ReferenceFlaw::loose_code);
    if (!reference.parenthesis.empty() || !loose->code.written()) return;
    reference.code = loose->code;
    reference.description = read_description(source_, {loose->end, reference.description.end});
  }

  std::string_view source_;
  const Dialect& dialect_;
  Article& article_;
  std::uint32_t mark_;  // last_mark() of the line
  bool glued_ = false;  // the previous name ended where this one begins, inside one word
};

}  // namespace

bool looks_like_reference(std::string_view source, Span line, const Dialect& dialect) {
  if (const std::size_t size = dialect.names().custom() ? dialect.names().match(line.of(source)) : 0; size > 0)
    return ends_name(line.of(source).substr(size));
  const Span word = word_at(source, line);
  const std::string_view text = word.of(source);
  if (text.find('_') == std::string_view::npos || text.size() > base::kMaxNameSize) return false;
  if (!base::is_upper(text[0]) || (text.size() > 1 && base::is_lower(text[1]))) return false;
  return ends_name(source.substr(word.end, line.end - word.end)) || dialect.find_glue(text).has_value();
}

void read_references(std::string_view source, Span marker, Span entry, const Dialect& dialect, Article& article) {
  if (article.references.capacity() == 0) {
    // About one for each line that follows: growing would need half as much memory again.
    const auto lines = std::count(source.begin() + static_cast<std::ptrdiff_t>(entry.begin), source.end(), '\n');
    article.references.reserve(static_cast<std::size_t>(lines) + 1);
  }
  ReferenceReader reader(source, entry, dialect, article);
  while (!entry.empty()) {
    entry.begin = reader.read_entry(entry, marker);
    entry = trim(source, entry);
    marker = {};
  }
}

}  // namespace errpress::article
