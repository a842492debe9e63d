#include "escape/plain.h"

#include "base/clean_text.h"
#include "base/utf8.h"
#include "escape/class_table.h"

namespace errpress::escape {
namespace {

enum : ByteClass { kReplaced = 1, kMayBeUnprintable };

// 0xEF is the first byte of U+F000 to U+FFFF.
constexpr ClassTable kPlainText = ClassTable{}.set("\\<>{}\"`", kReplaced).set("\xEF", kMayBeUnprintable);

std::string_view lookalike(char c) {
  switch (c) {
    case '\\':
      return "/";
    case '<':
      return "\u2039";
    case '>':
      return "\u203A";
    case '{':
      return "(";
    case '}':
      return ")";
    default:
      return "'";
  }
}

bool is_unprintable_in_yaml(char32_t c) { return c == 0xFEFF || c == 0xFFFE || c == 0xFFFF; }

}  // namespace

void append_plain(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  base::TextBuffer scratch;
  const std::string_view clean = base::cleaned(text, traits, scratch);
  append_by_class(out, clean, kPlainText, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    if (kPlainText[clean[at]] == kReplaced) {
      writer.replace(at, 1, lookalike(clean[at]));
      return at + 1;
    }
    const base::CodePoint point = base::decode(clean, at);
    if (is_unprintable_in_yaml(point.value)) writer.replace(at, point.size, "\uFFFD");
    return at + point.size;
  });
}

}  // namespace errpress::escape
