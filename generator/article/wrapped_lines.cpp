#include "article/wrapped_lines.h"

#include <algorithm>

#include "article/heading.h"
#include "article/labels.h"
#include "article/reference_parser.h"
#include "base/name.h"
#include "base/utf8.h"

namespace errpress::article {

namespace {

constexpr std::string_view kBullet = "\xE2\x80\xA2";  // U+2022

// The number of blanks before a line.
std::uint32_t indent_of(std::string_view source, Span line) {
  std::uint32_t at = line.begin;
  while (at > 0 && base::is_blank(source[at - 1])) --at;
  return line.begin - at;
}

bool is_list_item(std::string_view line) { return bullet_size(line) > 0 || step_size(line) > 0; }

bool is_table_row(std::string_view line) {
  return line.starts_with('|') || line.find(" | ") != std::string_view::npos ||
         line.find('\t') != std::string_view::npos;
}

// Whether a line is "Label: text" or "Label:", with a label of at most three words.
bool is_labelled(std::string_view line) {
  constexpr std::size_t kMaxSize = 40;
  if (!base::is_upper(line.front())) return false;
  const auto colon = find_label_colon(line, kMaxSize);
  if (!colon || (*colon + 1 < line.size() && !base::is_blank(line[*colon + 1]))) return false;
  const std::string_view label = line.substr(0, *colon);
  return std::count(label.begin(), label.end(), ' ') < 3 && label.find_first_of(".,;!?(") == std::string_view::npos;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && std::string_view(")\"'*`]").find(line.back()) != std::string_view::npos)
    line.remove_suffix(1);
  if (line.empty()) return false;
  return std::string_view(".!?;").find(line.back()) != std::string_view::npos || line.ends_with("\xE3\x80\x82");
}

// Whether a line is about as long as an editor makes the lines that it wraps.
bool is_full(std::string_view line) {
  constexpr std::size_t kLeast = 60;
  constexpr std::size_t kMost = 100;
  if (line.size() < kLeast || line.size() > 3 * kMost) return false;
  const std::size_t size = base::count_code_points(line);
  return size >= kLeast && size <= kMost;
}

bool starts_node(std::string_view source, Span line, SectionRole role, const Dialect& dialect) {
  const std::string_view text = line.of(source);
  if (is_signed_heading(source, line)) return true;
  if (is_list_item(text) || is_labelled(text) || is_table_row(text)) return true;
  if (role == SectionRole::faq) return text.starts_with("Q:") || text.starts_with("A:");
  return role == SectionRole::references && looks_like_reference(source, line, dialect);
}

// Whether nothing may continue the open node: it introduces a list, asks a question, is a row, or is the head of an
// entry.
bool is_complete(std::string_view source, const OpenLine& open, SectionRole role, const Dialect& dialect) {
  const std::string_view text = open.whole.of(source);
  if (is_signed_heading(source, open.whole)) return true;
  if (text.ends_with(':') || is_table_row(open.last.of(source)) || looks_like_heading(text)) return true;
  if (role == SectionRole::faq) return text.ends_with('?');
  return role == SectionRole::references && bullet_size(text) == 0 && text.find(": ") == std::string_view::npos &&
         looks_like_reference(source, open.whole, dialect);
}

}  // namespace

std::uint32_t bullet_size(std::string_view line) {
  if (line.starts_with(kBullet)) return kBullet.size();
  const bool dash = line.size() >= 2 && (line[0] == '-' || line[0] == '*') && base::is_blank(line[1]);
  return dash ? 1 : 0;
}

std::uint32_t step_size(std::string_view line) {
  constexpr std::uint32_t kMaxDigits = 3;
  std::uint32_t digits = 0;
  while (digits < line.size() && digits <= kMaxDigits && base::is_digit(line[digits])) ++digits;
  if (digits == 0 || digits > kMaxDigits || digits + 1 >= line.size()) return 0;
  const bool mark = (line[digits] == '.' || line[digits] == ')') && base::is_blank(line[digits + 1]);
  return mark ? digits + 1 : 0;
}

bool continues(std::string_view source, const OpenLine& open, Span next, SectionRole role, const Dialect& dialect) {
  constexpr std::uint32_t kCodeIndent = 4;
  if (starts_node(source, next, role, dialect) || is_complete(source, open, role, dialect)) return false;
  const std::uint32_t indent = indent_of(source, next);
  if (is_list_item(open.whole.of(source))) {
    if (indent > indent_of(source, open.whole)) return true;
  } else if (indent >= kCodeIndent) {
    return false;
  }
  return !ends_sentence(open.last.of(source)) || is_full(open.last.of(source));
}

}  // namespace errpress::article
