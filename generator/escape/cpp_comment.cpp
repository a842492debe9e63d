#include "escape/cpp_comment.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "base/clean_text.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "escape/class_table.h"

namespace errpress::escape {
namespace {

enum : ByteClass { kCommand = 1, kDelimiter, kNotAscii };

constexpr ClassTable kComment =
    ClassTable{}.set("@\\<&#%", kCommand).set("*/", kDelimiter).set_range(0x80, 0xFF, kNotAscii);

bool is_delimiter_pair(char first, char second) {
  return (first == '*' && second == '/') || (first == '/' && second == '*');
}

void append_inside(base::TextBuffer& out, std::string_view text) {
  append_by_class(out, text, kComment, [&](RunWriter& writer, std::size_t at) -> std::size_t {
    switch (kComment[text[at]]) {
      case kCommand:
        writer.replace(at, 0, "\\");
        return at + 1;
      case kDelimiter:
        if (is_delimiter_pair(writer.before(at), text[at])) writer.replace(at, 0, " ");
        return at + 1;
      default:
        break;
    }
    const base::CodePoint point = base::decode(text, at);
    if (base::is_invisible(point.value)) {
      writer.replace(at, point.size, {});
      fmt::format_to(std::back_inserter(out), "\\<U+{:04X}>", static_cast<std::uint32_t>(point.value));
    }
    return at + point.size;
  });
}

}  // namespace

void append_cpp_comment(base::TextBuffer& out, std::string_view text, base::Traits traits) {
  base::TextBuffer scratch;
  std::string_view clean = without_needless_space(out, base::cleaned(text, traits, scratch));
  // With a blank after it, a backslash still joins the next line to the comment, so the end is examined without the
  // blank.
  const bool ends_in_blank = clean.ends_with(' ');
  if (ends_in_blank) clean.remove_suffix(1);
  append_inside(out, clean);
  if (!clean.empty() && (out.ends_with('\\') || out.ends_with('*') || out.ends_with("?\?/"))) out += " .";
  if (ends_in_blank) out += ' ';
}

}  // namespace errpress::escape
