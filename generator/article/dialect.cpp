#include "article/dialect.h"

#include <algorithm>

#include "base/name.h"

namespace errpress::article {

std::optional<std::uint16_t> Dialect::find_heading(std::string_view line) const {
  if (line.size() > longest_heading_) return std::nullopt;
  const auto found = headings_.find(line);
  if (found == headings_.end()) return std::nullopt;
  return found->second;
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
