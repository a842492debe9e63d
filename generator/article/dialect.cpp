#include "article/dialect.h"

#include <algorithm>

#include "article/heading.h"
#include "base/name.h"

namespace errpress::article {

namespace {

// "#" signs, emphasis, a colon, and the letter that one may have too much.
constexpr std::size_t kMostDecoration = 16;
constexpr std::size_t kLeastToCorrect = 7;

// Whether a line begins and ends as a heading may. Most short lines are none: list items, questions, the title, the
// date.
bool may_be_heading(std::string_view line) {
  const char first = line.front();
  const char last = line.back();
  const bool begins = base::is_upper(first) || first == '#' || first == '*' || first == '_' ||
                      (static_cast<unsigned char>(first) >= 0x80 && !line.starts_with("\xE2\x80\xA2"));
  if (!begins || (line.size() > 1 && (line[1] == ':' || (first == '*' && base::is_blank(line[1]))))) return false;
  if (base::is_digit(last)) return line.find_first_of(":,_(") == std::string_view::npos;
  return base::is_letter(last) || last == ':' || last == '#' || last == '*' || last == '_' || last == '?' ||
         static_cast<unsigned char>(last) >= 0x80;
}

// Whether a misspelt heading may look like `text`: a mark of a sentence, a list or a table says something else.
bool has_words_only(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const bool word = base::is_letter(c) || c == ' ' || c == '-' || c == '?' || static_cast<unsigned char>(c) >= 0x80;
    return !word;
  });
}

}  // namespace

std::optional<std::uint16_t> Dialect::find_exact(std::string_view heading) const {
  const auto found = headings_.find(heading);
  if (found == headings_.end()) return std::nullopt;
  return found->second;
}

std::optional<Heading> Dialect::find_heading(std::string_view line) const {
  if (line.size() > longest_heading_ + kMostDecoration || line.empty()) return std::nullopt;
  if (const auto exact = find_exact(line)) return Heading{*exact, line};
  if (!may_be_heading(line)) return std::nullopt;
  const std::string_view core = heading_core(line);
  if (core.empty() || core.size() > longest_heading_ + 1) return std::nullopt;
  if (core.size() != line.size()) {
    if (const auto exact = find_exact(core)) return Heading{*exact, core};
  }
  if (base::is_lower(core.front())) return std::nullopt;
  const std::string folded = fold_heading(core);
  const auto found = folded_headings_.find(std::string_view(folded));
  if (found != folded_headings_.end()) return Heading{found->second, core};
  const auto close = find_close(folded);
  return close ? std::optional(Heading{*close, core, true}) : std::nullopt;
}

// The section of the first such heading in the order of the alphabet, so that the result does not depend on the table.
std::optional<std::uint16_t> Dialect::find_close(std::string_view folded) const {
  if (folded.size() < kLeastToCorrect || !has_words_only(folded)) return std::nullopt;
  std::optional<std::uint16_t> section;
  std::string_view first;
  for (const auto& [heading, index] : folded_headings_) {
    if (folded.ends_with('?') != heading.ends_with('?')) continue;
    if (!is_one_edit_apart(folded, heading) || (section && first < heading)) continue;
    section = index;
    first = heading;
  }
  return section;
}

std::optional<FieldKey> Dialect::find_field(std::string_view label) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& field) { return base::equal_ignoring_case(field.first, label); });
  if (found == fields_.end()) return std::nullopt;
  return found->second;
}

bool Dialect::has_prefix(std::string_view word) const {
  return std::any_of(prefixes_.begin(), prefixes_.end(),
                     [&](const std::string& prefix) { return word.starts_with(prefix); });
}

std::optional<std::size_t> Dialect::find_glue(std::string_view word) const {
  std::size_t first = std::string_view::npos;
  for (const std::string& prefix : prefixes_) {
    std::size_t at = word.find(prefix, 1);
    while (at != std::string_view::npos && word[at - 1] == '_') at = word.find(prefix, at + 1);
    first = std::min(first, at);
  }
  if (first == std::string_view::npos) return std::nullopt;
  return first;
}

}  // namespace errpress::article
