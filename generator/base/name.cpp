#include "base/name.h"

#include <algorithm>

#include "base/eight_bytes.h"

namespace errpress::base {

namespace {

// Marks the bytes that are no name's. Setting the bit of lower case makes a letter of nothing but a letter.
EightBytes mark_others(EightBytes word) {
  const EightBytes letters = mark_range(word | in_each_byte(0x20), 'a', 'z');
  const EightBytes digits = mark_range(word, '0', '9');
  const EightBytes not_underscore = (word ^ in_each_byte('_')) + in_each_byte(0x7F);
  return (~(letters | digits) & not_underscore) | word;
}

}  // namespace

bool is_name(std::string_view word) {
  return word.size() <= kMaxNameSize && !word.empty() && name_prefix_size(word) == word.size();
}

bool looks_like_error_name(std::string_view word) {
  return is_name(word) && word.find('_') != std::string_view::npos && std::none_of(word.begin(), word.end(), is_lower);
}

std::size_t name_prefix_size(std::string_view text) {
  if (text.empty() || !(is_upper(text[0]) || is_lower(text[0]))) return 0;
  std::size_t size = 1;
  while (text.size() - size >= 8) {
    const EightBytes marks = mark_others(load_eight(text.data() + size)) & kMarks;
    if (marks != 0) return size + first_marked(marks);
    size += 8;
  }
  while (size < text.size() && is_name_char(text[size])) ++size;
  return size;
}

}  // namespace errpress::base
