#include "base/name.h"

#include <algorithm>

#include "base/sixteen_bytes.h"

namespace errpress::base {

namespace {

SixteenBits name_chars(const char* bytes) {
  const SixteenBytes sixteen(bytes);
  return sixteen.letters() | sixteen.in_range('0', '9') | sixteen.equal('_');
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
  for (; text.size() - size >= kSixteen; size += kSixteen) {
    const SixteenBits others = ~name_chars(text.data() + size) & kAllSixteen;
    if (others != 0) return size + first_set(others);
  }
  while (size < text.size() && is_name_char(text[size])) ++size;
  return size;
}

}  // namespace errpress::base
