#include "claims/field_reader.h"

#include <algorithm>

#include "article/labels.h"
#include "base/code_text.h"
#include "base/name.h"

namespace errpress::claims {

using article::FieldKey;
using article::Item;

namespace {

// How many emphasis characters may surround a label: "**Hex code:** `0x5`".
constexpr std::size_t kMaxEmphasis = 4;

// A list of more fields than this does not describe one error.
constexpr std::size_t kMaxFields = 16;

constexpr bool is_emphasis(char c) { return c == '*' || c == '`' || c == '"' || c == '\'' || base::is_blank(c); }

Span without_emphasis(std::string_view source, Span span) {
  while (!span.empty() && is_emphasis(source[span.begin])) ++span.begin;
  while (!span.empty() && is_emphasis(source[span.end - 1])) --span.end;
  return span;
}

}  // namespace

bool FieldReader::repeat_a_label(std::span<const Item> items) const {
  for (std::size_t i = 1; i < items.size() && i <= kMaxFields; ++i) {
    const auto same = [&](const Item& other) {
      return base::equal_ignoring_case(text(other.label), text(items[i].label));
    };
    if (std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i), same)) return true;
  }
  return items.size() > kMaxFields;
}

bool FieldReader::name_own_error(std::span<const Item> items) const {
  return std::any_of(items.begin(), items.end(), [&](const Item& item) {
    const bool name = dialect_.find_field(text(item.label)) == FieldKey::name;
    return name && text(without_emphasis(source_, item.text)) == text(article_.title.name);
  });
}

bool FieldReader::read(const Item& item) {
  const Span whole = article::with_label(item);
  const auto colon = article::find_label_colon(text(whole), dialect_.longest_field() + kMaxEmphasis);
  if (!colon) return false;
  const auto at = whole.begin + static_cast<std::uint32_t>(*colon);
  const auto key = dialect_.find_field(text(without_emphasis(source_, {whole.begin, at})));
  if (!key) return false;
  const Span value = without_emphasis(source_, {at + 1, whole.end});
  const bool is_code = *key != FieldKey::name && *key != FieldKey::message && *key != FieldKey::other;
  if (is_code && names_another(value)) return false;
  read_value(*key, value);
  return true;
}

void FieldReader::read_value(FieldKey key, Span value) {
  if (key == FieldKey::name) {
    read_name_field(value);
  } else if (key == FieldKey::message || key == FieldKey::other) {
    prose_.read(value);
  } else {
    read_code_field(value, key == FieldKey::hex ? base::Expected::hex : base::Expected::any);
  }
}

// If there are several names, one that differs from the title's is kept.
void FieldReader::read_name_field(Span value) {
  const bool found_other_name = !name_.empty() && text(name_) != text(article_.title.name);
  if (!found_other_name && base::is_name(text(value))) name_ = value;
}

// The code ends at the first '.' or ';' that ends a clause; the rest is prose.
void FieldReader::read_code_field(Span value, base::Expected expected) {
  const std::uint32_t end = end_of_clause(value);
  const Span first = without_emphasis(source_, {value.begin, end});
  const base::CodeText code = base::read_code_text(source_, first, expected);
  const bool bad = code.kind == base::CodeTextKind::bad && code.fault != base::CodeFault::several_numbers;
  if (!code.code.written() && !bad) return read_unclear_code_field(value);
  Claim claim{.span = first, .name_span = {}, .code = code.code};
  claim.grade = Grade::field;
  claim.own = true;
  claim.family = code.family;
  if (bad) {
    claim.fault = code.fault;
    claim.fault_at = code.at;
    claim.fault_digits = code.digits;
  }
  claims_.push_back(claim);
  prose_.read({end, value.end});
}

// Whether a name other than the title's stands behind the code: "Code: 5, name: ERROR_B".
bool FieldReader::names_another(Span value) const {
  for (std::uint32_t at = value.begin; at < value.end;) {
    const std::string_view word = source_.substr(at, base::name_prefix_size(Span{at, value.end}.of(source_)));
    const bool name = base::looks_like_error_name(word) || (word.size() > 2 && names_.is_known(word));
    if (name && word != text(article_.title.name)) return true;
    at += static_cast<std::uint32_t>(std::max<std::size_t>(word.size(), 1));
  }
  return false;
}

std::uint32_t FieldReader::end_of_clause(Span span) const {
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    const bool mark = source_[at] == '.' || source_[at] == ';';
    if (mark && (at + 1 == span.end || base::is_blank(source_[at + 1]))) return at;
  }
  return span.end;
}

void FieldReader::read_unclear_code_field(Span value) {
  const std::size_t old_size = claims_.size();
  prose_.read(value);
  if (claims_.size() == old_size) return;
  Claim& first = claims_[old_size];
  if (!first.name_span.empty() || first.span.begin != value.begin) return;
  first.grade = Grade::field;
  first.own = true;
}

}  // namespace errpress::claims
