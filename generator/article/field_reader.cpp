#include "article/field_reader.h"

#include <algorithm>

#include "article/code_text.h"
#include "article/line_reader.h"
#include "article/mention_scanner.h"
#include "base/name.h"

namespace errpress::article {

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

std::optional<std::size_t> find_label_colon(std::string_view item, std::size_t max_size) {
  const std::string_view head = item.substr(0, max_size + 1);
  const std::size_t colon = head.find(':');
  if (colon != std::string_view::npos) return colon;
  if (head.size() <= max_size || !base::is_blank(head.back())) return std::nullopt;
  const std::size_t next = item.find_first_not_of(" \t", max_size);
  return next != std::string_view::npos && item[next] == ':' ? std::optional(next) : std::nullopt;
}

std::span<const Item> FieldReader::items_of(const Block& block) const {
  return std::span(article_.items).subspan(block.items.first, block.items.count);
}

bool FieldReader::are_all_fields(const Block& block) const {
  const auto items = items_of(block);
  return std::all_of(items.begin(), items.end(), [&](const Item& item) {
    return !item.label.empty() && dialect_.find_field(text(item.label)).has_value();
  });
}

bool FieldReader::repeat_a_label(const Block& block) const {
  const auto items = items_of(block);
  for (std::size_t i = 1; i < items.size() && i <= kMaxFields; ++i) {
    const auto same = [&](const Item& other) {
      return base::equal_ignoring_case(text(other.label), text(items[i].label));
    };
    if (std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i), same)) return true;
  }
  return items.size() > kMaxFields;
}

bool FieldReader::read(const Item& item) {
  const Span whole = with_label(item);
  const auto colon = find_label_colon(text(whole), dialect_.longest_field() + kMaxEmphasis);
  if (!colon) return false;
  const auto at = whole.begin + static_cast<std::uint32_t>(*colon);
  const auto key = dialect_.find_field(text(without_emphasis(source_, {whole.begin, at})));
  if (key) read_value(*key, without_emphasis(source_, {at + 1, whole.end}));
  return key.has_value();
}

void FieldReader::read_value(FieldKey key, Span value) {
  if (key == FieldKey::name) {
    read_name_field(value);
  } else if (key == FieldKey::message || key == FieldKey::other) {
    scan(value);
  } else {
    read_code_field(value);
  }
}

// If there are several names, one that differs from the title's is kept.
void FieldReader::read_name_field(Span value) {
  const bool found_other_name = !article_.field_name.empty() && text(article_.field_name) != text(article_.title.name);
  if (!found_other_name && base::is_name(text(value))) article_.field_name = value;
}

// The code ends at the first '.' or ';' that ends a clause; the rest is prose.
void FieldReader::read_code_field(Span value) {
  const std::uint32_t end = end_of_clause(value);
  const Span first = without_emphasis(source_, {value.begin, end});
  const CodeText code = read_code_text(source_, first);
  if (!code.code.written()) return scan_code_field(value);
  article_.mentions.push_back({first, {}, code.code, true});
  scan({end, value.end});
}

std::uint32_t FieldReader::end_of_clause(Span span) const {
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    const bool mark = source_[at] == '.' || source_[at] == ';';
    if (mark && (at + 1 == span.end || base::is_blank(source_[at + 1]))) return at;
  }
  return span.end;
}

void FieldReader::scan_code_field(Span value) {
  const std::size_t old_size = article_.mentions.size();
  scan(value);
  if (article_.mentions.size() == old_size) return;
  Mention& first = article_.mentions[old_size];
  first.in_field = first.name.empty() && first.span.begin == value.begin;
}

void FieldReader::scan(Span span) {
  if (mentions_ == Mentions::find) scan_mentions(source_, span, article_.mentions);
}

}  // namespace errpress::article
