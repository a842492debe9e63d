#include "render/identifier.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/key_numbers.h"
#include "base/name.h"
#include "render/reserved_words.h"

namespace errpress::render {

namespace {

// Begins the identifiers of names such as 42P01.
constexpr char kDigitPrefix = 'e';

}  // namespace

std::string make_identifier(std::string_view name, std::string_view prefix) {
  std::string_view stem = name;
  if (!prefix.empty() && stem.starts_with(prefix)) stem.remove_prefix(prefix.size());
  if (stem.empty() || !base::is_letter(stem[0])) stem = name;
  std::string identifier;
  identifier.reserve(stem.size() + 1);
  if (!base::is_letter(stem[0])) identifier += kDigitPrefix;
  for (const char c : stem) {
    // Two underscores in a row are reserved in C++ ([lex.name]).
    if (!base::is_letter_or_digit(c)) {
      if (!identifier.ends_with('_')) identifier += '_';
    } else {
      identifier += base::is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (is_reserved_word(identifier) || is_declared_by_header(identifier)) identifier += '_';
  return identifier;
}

namespace {

bool all_different(const std::vector<std::string>& identifiers) {
  base::KeyNumbers<std::string_view> numbers;
  numbers.reserve(identifiers.size());
  for (const std::string& identifier : identifiers) numbers.add(identifier);
  return numbers.keys().size() == identifiers.size();
}

void make_different(std::span<const std::string_view> names, std::vector<std::string>& identifiers) {
  std::unordered_map<std::string, std::size_t> uses;
  for (const std::string& identifier : identifiers) ++uses[identifier];
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (uses[identifiers[i]] > 1) identifiers[i] = make_identifier(names[i], "");
    const std::string stem = identifiers[i] + (identifiers[i].ends_with('_') ? "" : "_");
    for (int number = 2; !taken.insert(identifiers[i]).second; ++number)
      identifiers[i] = fmt::format("{}{}", stem, number);
  }
}

}  // namespace

std::vector<std::string> make_identifiers(std::span<const std::string_view> names, std::string_view prefix) {
  std::vector<std::string> identifiers;
  identifiers.reserve(names.size());
  for (const std::string_view name : names) identifiers.push_back(make_identifier(name, prefix));
  if (!all_different(identifiers)) make_different(names, identifiers);
  return identifiers;
}

}  // namespace errpress::render
